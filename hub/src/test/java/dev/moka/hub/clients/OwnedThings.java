package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceLifecycleHook;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/// One thing of each kind that an account can own, and clients of its owner. All that they are
/// called and hold has a mark in it.
record OwnedThings(
        String account,
        String uploadId,
        S3Client s3,
        SageMakerClient sagemaker,
        CloudWatchLogsClient logs,
        IamClient iam)
        implements AutoCloseable {
    static final String MARK = "annssecret";
    static final String NAME = MARK + "-thing";
    static final String BUCKET = MARK + "-bucket";
    static final String KEY = MARK + "/table.csv";
    static final String GROUP = "/" + MARK + "/group";
    static final String STREAM = MARK + "-stream";
    private static final String BODY = MARK + ",1,2\n";
    private static final String SCRIPT =
            Base64.getEncoder()
                    .encodeToString(("echo " + MARK).getBytes(StandardCharsets.US_ASCII));

    private static final NotebookInstanceLifecycleHook HOOK =
            NotebookInstanceLifecycleHook.builder().content(SCRIPT).build();
    private static final Tag TAG = Tag.builder().key("mark").value(MARK).build();

    static OwnedThings make(TestHub hub, Person ann) throws Exception {
        AwsCredentials key = AwsClients.credentials(TestHub.accessKey(ann));
        S3Client s3 = AwsClients.at(hub, key, S3Client.builder()).forcePathStyle(true).build();
        s3.createBucket(r -> r.bucket(BUCKET));
        OwnedThings things =
                new OwnedThings(
                        ann.get("/api/v1/me/account").expect(200).text("id"),
                        s3.createMultipartUpload(r -> r.bucket(BUCKET).key(KEY)).uploadId(),
                        s3,
                        AwsClients.at(hub, key, SageMakerClient.builder()).build(),
                        AwsClients.at(hub, key, CloudWatchLogsClient.builder()).build(),
                        AwsClients.at(hub, key, IamClient.builder()).build());
        things.fill();
        ann.awaitStatus("ann/" + NAME, "InService");
        return things;
    }

    private void fill() {
        s3.putObject(r -> r.bucket(BUCKET).key(KEY), RequestBody.fromString(BODY));
        s3.putObjectTagging(r -> r.bucket(BUCKET).key(KEY).tagging(tagging()));
        iam.createRole(r -> r.roleName(NAME).assumeRolePolicyDocument("{}"));
        sagemaker.createNotebookInstanceLifecycleConfig(
                r -> r.notebookInstanceLifecycleConfigName(NAME).onStart(HOOK));
        sagemaker.createCodeRepository(r ->
                r.codeRepositoryName(NAME)
                        .gitConfig(g -> g.repositoryUrl("https://example.org/" + MARK + ".git")));
        sagemaker.createNotebookInstance(r ->
                r.notebookInstanceName(NAME)
                        .instanceType("ml.t3.medium")
                        .roleArn(role())
                        .lifecycleConfigName(NAME)
                        .tags(TAG));
        sagemaker.createTrainingJob(AnothersTrainingJobs.job(role(), "missing"));
        logs.createLogGroup(r -> r.logGroupName(GROUP));
        logs.createLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM));
        logs.putLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM).logEvents(event(MARK)));
    }

    /// Fails when something is gone or is not as it was made.
    void areAsTheyWere() {
        assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(KEY)).asUtf8String())
                .isEqualTo(BODY);
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET)).contents()).hasSize(1);
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key(KEY)).tagSet()).hasSize(1);
        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).hasSize(1);
        assertThat(s3.listParts(r -> r.bucket(BUCKET).key(KEY).uploadId(uploadId)).parts())
                .isEmpty();
        assertThat(iam.getRole(r -> r.roleName(NAME)).role().arn()).isEqualTo(role());
        assertThat(
                        sagemaker
                                .describeNotebookInstance(r -> r.notebookInstanceName(NAME))
                                .notebookInstanceStatusAsString())
                .isEqualTo("InService");
        assertThat(sagemaker.listTags(r -> r.resourceArn(instance())).tags())
                .extracting(tag -> tag.value())
                .containsExactly(MARK);
        assertThat(
                        sagemaker
                                .describeTrainingJob(r -> r.trainingJobName(NAME))
                                .trainingJobStatusAsString())
                .isIn("InProgress", "Failed");
        assertThat(
                        sagemaker
                                .describeNotebookInstanceLifecycleConfig(
                                        r -> r.notebookInstanceLifecycleConfigName(NAME))
                                .onStart()
                                .getFirst()
                                .content())
                .isEqualTo(SCRIPT);
        assertThat(
                        sagemaker
                                .describeCodeRepository(r -> r.codeRepositoryName(NAME))
                                .gitConfig()
                                .secretArn())
                .isNull();
        assertThat(logs.getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM)).events())
                .extracting(event -> event.message())
                .containsExactly(MARK);
        assertThat(
                        logs.describeLogGroups(r -> r.logGroupNamePrefix(GROUP))
                                .logGroups()
                                .getFirst()
                                .retentionInDays())
                .isNull();
    }

    static InputLogEvent event(String message) {
        return InputLogEvent.builder()
                .timestamp(System.currentTimeMillis())
                .message(message)
                .build();
    }

    private static Tagging tagging() {
        return Tagging.builder()
                .tagSet(
                        software.amazon.awssdk.services.s3.model.Tag.builder()
                                .key("mark")
                                .value(MARK)
                                .build())
                .build();
    }

    String role() {
        return "arn:aws:iam::%s:role/%s".formatted(account, NAME);
    }

    String instance() {
        return sagemakerArn("notebook-instance");
    }

    /// The names that tags know a person's things by.
    List<String> tagged() {
        return List.of(
                instance(),
                sagemakerArn("notebook-instance-lifecycle-config"),
                sagemakerArn("code-repository"));
    }

    String group() {
        return "arn:aws:logs:us-east-1:%s:log-group:%s".formatted(account, GROUP);
    }

    private String sagemakerArn(String kind) {
        return "arn:aws:sagemaker:us-east-1:%s:%s/%s".formatted(account, kind, NAME);
    }

    @Override
    public void close() {
        s3.close();
        sagemaker.close();
        logs.close();
        iam.close();
    }
}
