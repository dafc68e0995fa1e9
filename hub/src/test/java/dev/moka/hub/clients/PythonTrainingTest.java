package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training job by boto3 and by the AWS CLI.
class PythonTrainingTest {
    private static final String SCRIPT =
            """
            import boto3
            sm, logs, s3, sts = (boto3.client(s) for s in ('sagemaker', 'logs', 's3', 'sts'))
            account = sts.get_caller_identity()['Account']
            source = lambda name: {'ChannelName': name, 'ContentType': 'text/csv', 'DataSource': {'S3DataSource':
                {'S3DataType': 'S3Prefix', 'S3Uri': 's3://data-of-ann/%s/' % name, 'S3DataDistributionType': 'FullyReplicated'}}}
            request = dict(
                TrainingJobName='boto',
                AlgorithmSpecification={'TrainingInputMode': 'File',
                    'TrainingImage': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'},
                HyperParameters={'objective': 'binary:logistic', 'eval_metric': 'auc', 'num_round': '5'},
                InputDataConfig=[source('train'), source('validation')],
                OutputDataConfig={'S3OutputPath': 's3://data-of-ann/boto-out'},
                ResourceConfig={'InstanceType': 'ml.m5.large', 'InstanceCount': 1, 'VolumeSizeInGB': 5},
                StoppingCondition={'MaxRuntimeInSeconds': 600},
                RoleArn='arn:aws:iam::%s:role/x' % account)
            arn = sm.create_training_job(**request, Tags=[{'Key': 'k', 'Value': 'v'}])['TrainingJobArn']
            sm.get_waiter('training_job_completed_or_stopped').wait(TrainingJobName='boto', WaiterConfig={'Delay': 1, 'MaxAttempts': 90})
            job = sm.describe_training_job(TrainingJobName='boto')
            assert job['TrainingJobStatus'] == 'Completed', job
            assert all(job[k] == v for k, v in request.items()), job
            assert [t['Status'] for t in job['SecondaryStatusTransitions']][-1] == 'Completed', job
            assert [m['MetricName'] for m in job['FinalMetricDataList']] == ['train:auc', 'validation:auc'], job
            assert job['BillableTimeInSeconds'] >= 1
            bucket, key = job['ModelArtifacts']['S3ModelArtifacts'][5:].split('/', 1)
            assert s3.head_object(Bucket=bucket, Key=key)['ContentLength'] > 100
            assert sm.list_tags(ResourceArn=arn)['Tags'] == [{'Key': 'k', 'Value': 'v'}]
            streams = logs.describe_log_streams(logGroupName='/aws/sagemaker/TrainingJobs', logStreamNamePrefix='boto/')['logStreams']
            assert len(streams) == 1 and streams[0]['logStreamName'].startswith('boto/algo-1-'), streams
            assert [j['TrainingJobName'] for j in sm.list_training_jobs(StatusEquals='Completed')['TrainingJobSummaries']] == ['boto']
            for call in (sm.stop_training_job, sm.create_training_job):
                try:
                    call(**(request if call == sm.create_training_job else {'TrainingJobName': 'boto'}))
                except sm.exceptions.ClientError as e:
                    print(e.response['Error']['Code'])
            sm.delete_training_job(TrainingJobName='boto')
            try:
                sm.describe_training_job(TrainingJobName='boto')
            except sm.exceptions.ClientError as e:
                print(e.response['Error']['Code'], e.response['Error']['Message'])
            """;

    @TempDir static Path home;
    private static TrainingAccounts hub;
    private static Map<String, String> environment;
    private static PythonClients clients;

    @BeforeAll
    static void start() throws Exception {
        clients = PythonClients.install();
        hub = TrainingAccounts.start(home);
        environment =
                Map.of(
                        "AWS_ACCESS_KEY_ID", hub.hub.annsKey.getFirst(),
                        "AWS_SECRET_ACCESS_KEY", hub.hub.annsKey.getLast(),
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL", hub.hub.hub.awsAddress());
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    @Test
    void boto3TrainsAModel() throws Exception {
        assertThat(clients.python(environment, SCRIPT).lines())
                .containsExactly(
                        "ValidationException",
                        "ResourceInUse",
                        "ValidationException Requested resource not found.");
    }

    @Test
    void theCliListsAndIsToldWhatIsMissing() throws Exception {
        PythonClients.Run listed =
                clients.cli(
                        environment,
                        "sagemaker",
                        "list-training-jobs",
                        "--name-contains",
                        "none",
                        "--output",
                        "json");
        assertThat(listed.exitCode()).describedAs(listed.errors()).isZero();
        assertThat(listed.output()).contains("\"TrainingJobSummaries\": []");

        PythonClients.Run missing =
                clients.cli(
                        environment,
                        "sagemaker",
                        "describe-training-job",
                        "--training-job-name",
                        "nope");
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.errors())
                .contains("(ValidationException)", "Requested resource not found.");
    }
}
