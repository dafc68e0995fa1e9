package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.S3Hub;
import dev.moka.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sts.StsClient;

/// A hub with rows to train on, and the clients of two people in different accounts.
final class TrainingAccounts implements AutoCloseable {
    static final String IMAGE =
            "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1";
    static final String BUCKET = "data-of-ann";
    static final String GROUP = "/aws/sagemaker/TrainingJobs";

    private static final int ATTEMPTS = 400;
    private static final Duration PAUSE = Duration.ofMillis(250);

    final S3Hub hub;
    final SageMakerClient ann;
    final SageMakerClient bob;
    final CloudWatchLogsClient logs;
    final String role;
    final String account;

    private TrainingAccounts(S3Hub hub, List<String> bobsKey) {
        var anns = AwsClients.credentials(hub.annsKey);
        this.hub = hub;
        this.ann = AwsClients.at(hub.hub, anns, SageMakerClient.builder()).build();
        this.bob =
                AwsClients.at(hub.hub, AwsClients.credentials(bobsKey), SageMakerClient.builder())
                        .build();
        this.logs = AwsClients.at(hub.hub, anns, CloudWatchLogsClient.builder()).build();
        try (StsClient sts = AwsClients.at(hub.hub, anns, StsClient.builder()).build()) {
            this.account = sts.getCallerIdentity().account();
        }
        this.role = "arn:aws:iam::%s:role/service-role/x".formatted(account);
    }

    static TrainingAccounts start(Path home) throws Exception {
        assertThat(TestHub.ROOT.resolve("algorithms/target/moka-algorithms.jar"))
                .describedAs("build algorithms first: mvn -pl hub -am")
                .exists();
        S3Hub hub = S3Hub.start(home);
        hub.ann.createBucket(r -> r.bucket(BUCKET));
        for (String channel : List.of("train", "validation")) {
            hub.ann.putObject(
                    r -> r.bucket(BUCKET).key(channel + "/rows.csv"),
                    RequestBody.fromString(rows(500, channel.length())));
        }
        return new TrainingAccounts(hub, TestHub.accessKey(hub.hub.signedIn("bob")));
    }

    /// A job of XGBoost on the rows.
    CreateTrainingJobRequest.Builder job(String name, int rounds) {
        return CreateTrainingJobRequest.builder()
                .trainingJobName(name)
                .roleArn(role)
                .algorithmSpecification(
                        a -> a.trainingImage(IMAGE).trainingInputMode(TrainingInputMode.FILE))
                .hyperParameters(
                        Map.of(
                                "objective",
                                "binary:logistic",
                                "eval_metric",
                                "auc",
                                "num_round",
                                Integer.toString(rounds)))
                .inputDataConfig(channel("train"), channel("validation"))
                .outputDataConfig(o -> o.s3OutputPath("s3://" + BUCKET + "/out"))
                .resourceConfig(
                        r -> r.instanceType("ml.m5.large").instanceCount(1).volumeSizeInGB(5))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(600));
    }

    DescribeTrainingJobResponse describe(String name) {
        return ann.describeTrainingJob(r -> r.trainingJobName(name));
    }

    /// Waits for the end as programs do.
    DescribeTrainingJobResponse ended(String name) {
        try (var waiter = ann.waiter()) {
            return waiter.waitUntilTrainingJobCompletedOrStopped(
                            r -> r.trainingJobName(name),
                            o ->
                                    o.maxAttempts(ATTEMPTS)
                                            .backoffStrategyV2(BackoffStrategy.fixedDelay(PAUSE)))
                    .matched()
                    .response()
                    .orElseThrow();
        }
    }

    DescribeTrainingJobResponse await(String name, Predicate<DescribeTrainingJobResponse> wanted)
            throws Exception {
        for (int i = 0; i < ATTEMPTS; i++) {
            DescribeTrainingJobResponse job = describe(name);
            if (wanted.test(job)) {
                return job;
            }
            boolean _ = new Semaphore(0).tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new TimeoutException(describe(name).toString());
    }

    List<String> printed(String job) {
        return logs
                .describeLogStreams(r -> r.logGroupName(GROUP).logStreamNamePrefix(job + "/"))
                .logStreams()
                .stream()
                .flatMap(stream ->
                        logs
                                .getLogEvents(r ->
                                        r.logGroupName(GROUP)
                                                .logStreamName(stream.logStreamName())
                                                .startFromHead(true))
                                .events()
                                .stream())
                .map(OutputLogEvent::message)
                .toList();
    }

    private static Channel channel(String name) {
        return Channel.builder()
                .channelName(name)
                .contentType("text/csv")
                .dataSource(d ->
                        d.s3DataSource(s ->
                                s.s3DataType(S3DataType.S3_PREFIX)
                                        .s3Uri("s3://" + BUCKET + "/" + name + "/")))
                .build();
    }

    /// Rows whose label is whether the first feature is larger than the second.
    private static String rows(int count, int seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            rows.append("%d,%.4f,%.4f%n".formatted(a > b ? 1 : 0, a, b));
        }
        return rows.toString();
    }

    @Override
    public void close() {
        ann.close();
        bob.close();
        logs.close();
        hub.close();
    }
}
