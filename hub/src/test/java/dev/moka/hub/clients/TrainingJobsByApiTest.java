package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.MetricData;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/// Training jobs, driven by the AWS SDK for Java v2: the real XGBoost on rows in S3.
class TrainingJobsByApiTest {
    private static final int ENDLESS = 50_000_000;

    @TempDir static Path home;
    private static TrainingAccounts hub;

    @BeforeAll
    static void start() throws Exception {
        hub = TrainingAccounts.start(home);
    }

    @AfterAll
    static void end() {
        hub.close();
    }

    @Test
    void aJobTrainsAModelFromRowsInS3() throws Exception {
        String arn =
                hub.ann
                        .createTrainingJob(
                                hub.job("first", 10)
                                        .environment(Map.of("COLOUR", "blue"))
                                        .experimentConfig(e -> e.experimentName("try"))
                                        .debugHookConfig(
                                                d -> d.s3OutputPath("s3://data-of-ann/debug"))
                                        .build())
                        .trainingJobArn();
        assertThat(arn).isEqualTo("arn:aws:sagemaker:us-east-1:%s:training-job/first", hub.account);

        DescribeTrainingJobResponse job = hub.ended("first");

        assertThat(job.trainingJobStatus())
                .as("%s%n%s", job, hub.printed("first"))
                .isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.trainingJobArn()).isEqualTo(arn);
        assertThat(job.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::status)
                .containsExactly(
                        SecondaryStatus.STARTING,
                        SecondaryStatus.DOWNLOADING,
                        SecondaryStatus.TRAINING,
                        SecondaryStatus.UPLOADING,
                        SecondaryStatus.COMPLETED);
        assertThat(job.secondaryStatusTransitions())
                .allSatisfy(t -> assertThat(t.endTime()).isAfterOrEqualTo(t.startTime()));
        assertThat(job.trainingEndTime()).isAfter(job.trainingStartTime());
        assertThat(job.billableTimeInSeconds()).isPositive().isEqualTo(job.trainingTimeInSeconds());
        assertThat(job.finalMetricDataList())
                .extracting(MetricData::metricName)
                .containsExactly("train:auc", "validation:auc");
        assertThat(job.finalMetricDataList().getLast().value()).isGreaterThan(0.9f);
        assertThat(hub.printed("first")).anyMatch(line -> line.contains("validation-auc"));
        assertEchoed(job);
        assertModel(job.modelArtifacts().s3ModelArtifacts());
        refused(
                "The request was rejected because the training job is in status Completed.",
                () -> hub.ann.stopTrainingJob(r -> r.trainingJobName("first")));
    }

    private static void assertEchoed(DescribeTrainingJobResponse job) {
        var asked = hub.job("first", 10).build();
        assertThat(job.hyperParameters()).isEqualTo(asked.hyperParameters());
        assertThat(job.algorithmSpecification()).isEqualTo(asked.algorithmSpecification());
        assertThat(job.inputDataConfig()).isEqualTo(asked.inputDataConfig());
        assertThat(job.outputDataConfig()).isEqualTo(asked.outputDataConfig());
        assertThat(job.resourceConfig()).isEqualTo(asked.resourceConfig());
        assertThat(job.stoppingCondition()).isEqualTo(asked.stoppingCondition());
        assertThat(job.roleArn()).isEqualTo(hub.role);
        assertThat(job.environment()).containsEntry("COLOUR", "blue");
        assertThat(job.experimentConfig().experimentName()).isEqualTo("try");
        assertThat(job.debugHookConfig().s3OutputPath()).isEqualTo("s3://data-of-ann/debug");
        assertThat(job.enableManagedSpotTraining()).isFalse();
    }

    private static void assertModel(String uri) throws Exception {
        assertThat(uri).isEqualTo("s3://data-of-ann/out/first/output/model.tar.gz");
        try (var model =
                new GZIPInputStream(
                        hub.hub.ann.getObject(r ->
                                r.bucket(TrainingAccounts.BUCKET)
                                        .key("out/first/output/model.tar.gz")))) {
            assertThat(model.readAllBytes()).hasSizeGreaterThan(1_000);
        }
    }

    @Test
    void aJobThatFailsSaysWhy() throws Exception {
        hub.ann.createTrainingJob(
                hub.job("wrong", 3).hyperParameters(Map.of("num_rounds", "3")).build());

        DescribeTrainingJobResponse job =
                hub.await("wrong", found -> found.trainingJobStatus() == TrainingJobStatus.FAILED);

        assertThat(job.failureReason()).startsWith("ClientError").contains("num_rounds");
        assertThat(job.modelArtifacts()).isNull();
        assertThat(job.secondaryStatus()).isEqualTo(SecondaryStatus.FAILED);
        assertThat(hub.printed("wrong")).anyMatch(line -> line.contains("num_rounds"));
    }

    @Test
    void aJobIsStoppedAndOneThatWaitsSaysForWhat() throws Exception {
        hub.ann.createTrainingJob(hub.job("endless", ENDLESS).build());
        hub.await("endless", job -> job.secondaryStatus() == SecondaryStatus.TRAINING);
        hub.ann.createTrainingJob(largest("waits"));

        DescribeTrainingJobResponse waiting = hub.describe("waits");
        assertThat(waiting.secondaryStatus()).isEqualTo(SecondaryStatus.STARTING);
        assertThat(waiting.secondaryStatusTransitions().getLast().statusMessage())
                .contains("number 1 of 1 in the queue; ml.m5.24xlarge needs");
        assertThat(waiting.trainingStartTime()).isNull();
        assertThat(waiting.billableTimeInSeconds()).isNull();
        error(
                "ResourceInUse",
                "stop it first",
                () -> hub.ann.deleteTrainingJob(r -> r.trainingJobName("endless")));

        hub.ann.stopTrainingJob(r -> r.trainingJobName("waits"));
        hub.ann.stopTrainingJob(r -> r.trainingJobName("endless"));

        assertThat(hub.ended("waits").trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        DescribeTrainingJobResponse stopped = hub.ended("endless");
        assertThat(stopped.trainingJobStatus()).isEqualTo(TrainingJobStatus.STOPPED);
        assertThat(stopped.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::status)
                .contains(SecondaryStatus.STOPPING);
        hub.ann.deleteTrainingJob(r -> r.trainingJobName("waits"));
        refused("Requested resource not found.", () -> hub.describe("waits"));
    }

    @Test
    void jobsAreListedInPagesInAnyOrder() throws Exception {
        for (String name : List.of("list-c", "list-a", "list-b")) {
            hub.ann.createTrainingJob(hub.job(name, 1).build());
            hub.ended(name);
        }

        assertThat(names(list("list-").sortBy("Name")))
                .containsExactly("list-a", "list-b", "list-c");
        assertThat(names(list("LIST-"))).containsExactly("list-c", "list-a", "list-b");
        assertThat(names(list("list-").sortOrder(SortOrder.DESCENDING)))
                .containsExactly("list-b", "list-a", "list-c");
        assertThat(names(list("list-").statusEquals(TrainingJobStatus.STOPPED))).isEmpty();
        assertThat(names(list("list-").statusEquals(TrainingJobStatus.COMPLETED))).hasSize(3);
        var second = hub.describe("list-a");
        assertThat(names(list("list-").creationTimeAfter(second.creationTime())))
                .containsExactly("list-b");
        assertThat(names(list("list-").creationTimeBefore(second.creationTime())))
                .containsExactly("list-c");
        assertThat(names(list("list-").lastModifiedTimeAfter(second.lastModifiedTime())))
                .containsExactly("list-b");

        TrainingJobSummary summary =
                hub.ann
                        .listTrainingJobs(list("list-").maxResults(1).build())
                        .trainingJobSummaries()
                        .getFirst();
        assertThat(summary.trainingJobArn()).endsWith(":training-job/list-c");
        assertThat(summary.trainingEndTime()).isNotNull();
        String token = hub.ann.listTrainingJobs(list("list-").maxResults(2).build()).nextToken();
        assertThat(hub.ann.listTrainingJobs(list("list-").nextToken(token).build()).nextToken())
                .isNull();
        refused(
                "Invalid NextToken",
                () -> hub.ann.listTrainingJobs(list("other").nextToken(token).build()));
    }

    @Test
    void jobsHaveTags() {
        String arn =
                hub.ann
                        .createTrainingJob(hub.job("tagged", 1).tags(tag("team", "blue")).build())
                        .trainingJobArn();
        hub.ann.addTags(r -> r.resourceArn(arn).tags(tag("stage", "test")));

        assertThat(hub.ann.listTags(r -> r.resourceArn(arn)).tags())
                .containsExactlyInAnyOrder(tag("team", "blue"), tag("stage", "test"));
        error(
                "AccessDeniedException",
                "belongs to another account",
                () -> hub.bob.listTags(r -> r.resourceArn(arn)));
        refused(
                "Could not find resource",
                () -> hub.ann.listTags(r -> r.resourceArn(arn + "-not")));

        hub.ended("tagged");
        hub.ann.deleteTrainingJob(r -> r.trainingJobName("tagged"));
        refused("Could not find resource", () -> hub.ann.listTags(r -> r.resourceArn(arn)));
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtOnce() {
        refused(
                "2 validation errors detected: Value 'no_underscores' at 'trainingJobName' failed"
                        + " to satisfy constraint: Member must satisfy regular expression pattern",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("no_underscores", 1)
                                        .stoppingCondition(s -> s.maxRuntimeInSeconds(0))
                                        .build()));
        refused(
                "There is no instance type 'ml.none.large'",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("a", 1)
                                        .resourceConfig(r ->
                                                r.instanceType("ml.none.large")
                                                        .instanceCount(1)
                                                        .volumeSizeInGB(1))
                                        .build()));
        refused(
                "MaxWaitTimeInSeconds. It must be present",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("a", 1).enableManagedSpotTraining(true).build()));
        refused(
                "needs a container runtime",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("a", 1)
                                        .algorithmSpecification(s ->
                                                s.trainingImage("mine:1").trainingInputMode("File"))
                                        .build()));
        refused(
                "Pipe mode",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("a", 1)
                                        .algorithmSpecification(s ->
                                                s.trainingImage(TrainingAccounts.IMAGE)
                                                        .trainingInputMode("Pipe"))
                                        .build()));
        error(
                "AccessDeniedException",
                "Cross-account pass role is not allowed",
                () ->
                        hub.ann.createTrainingJob(
                                hub.job("a", 1)
                                        .roleArn("arn:aws:iam::999999999999:role/x")
                                        .build()));
        assertThat(names(list("a"))).doesNotContain("a");
    }

    @Test
    void accountsDoNotSeeEachOthersJobs() {
        hub.ann.createTrainingJob(hub.job("secret", 1).build());

        assertThat(hub.bob.listTrainingJobs(r -> {}).trainingJobSummaries()).isEmpty();
        refused(
                "Requested resource not found.",
                () -> hub.bob.describeTrainingJob(r -> r.trainingJobName("secret")));
        refused(
                "Requested resource not found.",
                () -> hub.bob.stopTrainingJob(r -> r.trainingJobName("secret")));
        refused(
                "Requested resource not found.",
                () -> hub.bob.deleteTrainingJob(r -> r.trainingJobName("secret")));
        error(
                "ResourceInUse",
                "already exists",
                () -> hub.ann.createTrainingJob(hub.job("secret", 1).build()));
        assertThat(hub.ended("secret").trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
    }

    private static CreateTrainingJobRequest largest(String name) {
        return hub.job(name, 1)
                .resourceConfig(
                        r -> r.instanceType("ml.m5.24xlarge").instanceCount(1).volumeSizeInGB(5))
                .build();
    }

    private static ListTrainingJobsRequest.Builder list(String part) {
        return ListTrainingJobsRequest.builder().nameContains(part);
    }

    private static List<String> names(ListTrainingJobsRequest.Builder request) {
        return hub.ann.listTrainingJobsPaginator(request.maxResults(2).build()).stream()
                .flatMap(page -> page.trainingJobSummaries().stream())
                .map(TrainingJobSummary::trainingJobName)
                .toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void refused(String message, ThrowingCallable call) {
        error("ValidationException", message, call);
    }

    private static void error(String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SageMakerException.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorMessage()).contains(message);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }
}
