package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every operation of the notebook-instance family and of CloudWatch Logs by boto3, some by the AWS
/// CLI.
class PythonNotebookTest {
    private static final String SCRIPT =
            """
            import base64, boto3, time, urllib.request
            sm, logs, sts = (boto3.client(s) for s in ('sagemaker', 'logs', 'sts'))
            role = 'arn:aws:iam::%s:role/x' % sts.get_caller_identity()['Account']
            hook = [{'Content': base64.b64encode(b'echo hello from boto3').decode()}]
            sm.create_notebook_instance_lifecycle_config(NotebookInstanceLifecycleConfigName='c', OnStart=hook)
            sm.update_notebook_instance_lifecycle_config(NotebookInstanceLifecycleConfigName='c', OnCreate=hook)
            c = sm.describe_notebook_instance_lifecycle_config(NotebookInstanceLifecycleConfigName='c')
            assert c['OnCreate'] == hook and c['OnStart'] == hook, c
            assert len(sm.list_notebook_instance_lifecycle_configs()['NotebookInstanceLifecycleConfigs']) == 1
            sm.create_code_repository(CodeRepositoryName='r', GitConfig={'RepositoryUrl': 'https://example.com/r.git'})
            assert sm.describe_code_repository(CodeRepositoryName='r')['GitConfig']['RepositoryUrl'].endswith('r.git')
            sm.update_code_repository(CodeRepositoryName='r', GitConfig={})
            assert [r['CodeRepositoryName'] for r in sm.list_code_repositories()['CodeRepositorySummaryList']] == ['r']
            sm.delete_code_repository(CodeRepositoryName='r')
            arn = sm.create_notebook_instance(NotebookInstanceName='n', InstanceType='ml.t3.medium', RoleArn=role,
                LifecycleConfigName='c', Tags=[{'Key': 'k', 'Value': 'v'}])['NotebookInstanceArn']
            sm.get_waiter('notebook_instance_in_service').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            assert sm.list_tags(ResourceArn=arn)['Tags'] == [{'Key': 'k', 'Value': 'v'}]
            sm.add_tags(ResourceArn=arn, Tags=[{'Key': 'l', 'Value': 'w'}])
            sm.delete_tags(ResourceArn=arn, TagKeys=['k'])
            assert sm.list_tags(ResourceArn=arn)['Tags'] == [{'Key': 'l', 'Value': 'w'}]
            page = sm.create_presigned_notebook_instance_url(NotebookInstanceName='n')['AuthorizedUrl']
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            assert '/notebook/ann/n/' in opener.open(page + '&view=lab').geturl()
            events = logs.get_log_events(logGroupName='/aws/sagemaker/NotebookInstances', logStreamName='n/LifecycleConfigOnStart')
            assert events['events'][0]['message'] == 'hello from boto3', events
            assert [n['NotebookInstanceStatus'] for n in sm.list_notebook_instances(NameContains='n')['NotebookInstances']] == ['InService']
            sm.stop_notebook_instance(NotebookInstanceName='n')
            sm.get_waiter('notebook_instance_stopped').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            sm.update_notebook_instance(NotebookInstanceName='n', DisassociateLifecycleConfig=True)
            sm.get_waiter('notebook_instance_stopped').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            sm.start_notebook_instance(NotebookInstanceName='n')
            sm.get_waiter('notebook_instance_in_service').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            sm.stop_notebook_instance(NotebookInstanceName='n')
            sm.get_waiter('notebook_instance_stopped').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            sm.delete_notebook_instance(NotebookInstanceName='n')
            sm.get_waiter('notebook_instance_deleted').wait(NotebookInstanceName='n', WaiterConfig={'Delay': 1, 'MaxAttempts': 60})
            sm.delete_notebook_instance_lifecycle_config(NotebookInstanceLifecycleConfigName='c')
            try:
                sm.describe_notebook_instance(NotebookInstanceName='n')
            except sm.exceptions.ClientError as e:
                assert e.response['Error'] == {'Message': 'RecordNotFound', 'Code': 'ValidationException'}, e.response
            else:
                raise AssertionError('still there')

            logs.create_log_group(logGroupName='g')
            logs.create_log_stream(logGroupName='g', logStreamName='s')
            now = int(time.time() * 1000)
            logs.put_log_events(logGroupName='g', logStreamName='s', logEvents=[{'timestamp': now, 'message': 'a é'}, {'timestamp': now, 'message': 'b'}])
            assert [e['message'] for e in logs.get_log_events(logGroupName='g', logStreamName='s')['events']] == ['a é', 'b']
            assert [e['message'] for e in logs.filter_log_events(logGroupName='g', filterPattern='b')['events']] == ['b']
            assert logs.describe_log_streams(logGroupName='g')['logStreams'][0]['lastEventTimestamp'] == now
            logs.put_retention_policy(logGroupName='g', retentionInDays=30)
            assert logs.describe_log_groups(logGroupNamePrefix='g')['logGroups'][0]['retentionInDays'] == 30
            logs.delete_retention_policy(logGroupName='g')
            logs.delete_log_stream(logGroupName='g', logStreamName='s')
            logs.delete_log_group(logGroupName='g')
            print('all')
            """;

    @TempDir static Path home;
    private static TestHub hub;
    private static Map<String, String> ann;
    private static PythonClients clients;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        Person admin = hub.admin();
        ann = hub.awsEnvironment(hub.user(admin, "ann"));
        clients = PythonClients.install();
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    @Test
    void boto3DoesAllOfIt() throws Exception {
        assertThat(clients.python(ann, SCRIPT)).isEqualTo("all");
    }

    @Test
    void theCliListsAndIsToldWhatIsWrong() throws Exception {
        PythonClients.Run listed =
                clients.cli(ann, "sagemaker", "list-notebook-instances", "--output", "json");
        assertThat(listed.exitCode()).describedAs(listed.errors()).isZero();
        assertThat(listed.output()).contains("\"NotebookInstances\": []");

        PythonClients.Run missing =
                clients.cli(
                        ann,
                        "sagemaker",
                        "describe-notebook-instance",
                        "--notebook-instance-name",
                        "nope");
        assertThat(missing.exitCode()).isNotZero();
        assertThat(missing.errors())
                .contains("(ValidationException)", "DescribeNotebookInstance", "RecordNotFound");

        PythonClients.Run groups =
                clients.cli(ann, "logs", "describe-log-groups", "--output", "json");
        assertThat(groups.exitCode()).describedAs(groups.errors()).isZero();
    }
}
