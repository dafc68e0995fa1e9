package dev.moka.hub.clients;

import static dev.moka.hub.clients.OwnedThings.GROUP;
import static dev.moka.hub.clients.OwnedThings.NAME;
import static dev.moka.hub.clients.OwnedThings.STREAM;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceLifecycleHook;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;

/// Somebody who tries every operation on what is another's.
final class AnotherAccount implements AutoCloseable {
    private static final NotebookInstanceLifecycleHook HOOK =
            NotebookInstanceLifecycleHook.builder().content("ZWNobyB4").build();
    private static final Tag TAG = Tag.builder().key("k").value("v").build();

    private final OwnedThings theirs;
    private final String ownRole;
    private final S3Client s3;
    private final SageMakerClient sagemaker;
    private final CloudWatchLogsClient logs;
    private final IamClient iam;
    private final StsClient sts;
    private final List<Attempt> attempts = new ArrayList<>();

    AnotherAccount(TestHub hub, Person person, OwnedThings theirs) throws Exception {
        AwsCredentials key = AwsClients.credentials(TestHub.accessKey(person));
        this.theirs = theirs;
        this.ownRole =
                "arn:aws:iam::%s:role/service-role/AmazonSageMaker-ExecutionRole-Moka"
                        .formatted(person.get("/api/v1/me/account").expect(200).text("id"));
        this.s3 = AwsClients.at(hub, key, S3Client.builder()).forcePathStyle(true).build();
        this.sagemaker = AwsClients.at(hub, key, SageMakerClient.builder()).build();
        this.logs = AwsClients.at(hub, key, CloudWatchLogsClient.builder()).build();
        this.iam = AwsClients.at(hub, key, IamClient.builder()).build();
        this.sts = AwsClients.at(hub, key, StsClient.builder()).build();
        s3.createBucket(r -> r.bucket(ownBucket()));
        attempts.addAll(new AnothersObjects(s3, ownBucket(), theirs.uploadId()).attempts());
        instances();
        attempts.addAll(new AnothersTrainingJobs(sagemaker, ownRole).attempts());
        configsAndRepositories();
        tags();
        logs();
        identity();
    }

    /// A call that must not give or change anything of another's.
    ///
    /// @param operation such as `logs:GetLogEvents`
    /// @param mayWork whether the call is good in the caller's own account, where it finds only
    ///   what is the caller's; others are refused
    record Attempt(String operation, boolean mayWork, Callable<?> call) {
        @Override
        public String toString() {
            return operation + (mayWork ? " sees only their own" : " is refused");
        }
    }

    /// In the order in which they are to be tried.
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    private void refused(String operation, Callable<?> call) {
        attempts.add(new Attempt(operation, false, call));
    }

    private void blind(String operation, Callable<?> call) {
        attempts.add(new Attempt(operation, true, call));
    }

    private void instances() {
        refused(
                "sagemaker:DescribeNotebookInstance",
                () -> sagemaker.describeNotebookInstance(r -> r.notebookInstanceName(NAME)));
        blind(
                "sagemaker:ListNotebookInstances",
                () -> sagemaker.listNotebookInstances(r -> r.maxResults(100)));
        refused(
                "sagemaker:UpdateNotebookInstance",
                () ->
                        sagemaker.updateNotebookInstance(
                                r -> r.notebookInstanceName(NAME).volumeSizeInGB(50)));
        refused(
                "sagemaker:StartNotebookInstance",
                () -> sagemaker.startNotebookInstance(r -> r.notebookInstanceName(NAME)));
        refused(
                "sagemaker:StopNotebookInstance",
                () -> sagemaker.stopNotebookInstance(r -> r.notebookInstanceName(NAME)));
        refused(
                "sagemaker:DeleteNotebookInstance",
                () -> sagemaker.deleteNotebookInstance(r -> r.notebookInstanceName(NAME)));
        refused(
                "sagemaker:CreatePresignedNotebookInstanceUrl",
                () ->
                        sagemaker.createPresignedNotebookInstanceUrl(
                                r -> r.notebookInstanceName(NAME)));
        refused(
                "sagemaker:CreateNotebookInstance",
                () ->
                        sagemaker.createNotebookInstance(r ->
                                r.notebookInstanceName("with-their-config")
                                        .instanceType("ml.t3.medium")
                                        .roleArn(ownRole)
                                        .lifecycleConfigName(NAME)));
        refused(
                "sagemaker:CreateNotebookInstance",
                () ->
                        sagemaker.createNotebookInstance(r ->
                                r.notebookInstanceName("with-their-role")
                                        .instanceType("ml.t3.medium")
                                        .roleArn(theirs.role())));
    }

    private void configsAndRepositories() {
        refused(
                "sagemaker:DescribeNotebookInstanceLifecycleConfig",
                () ->
                        sagemaker.describeNotebookInstanceLifecycleConfig(
                                r -> r.notebookInstanceLifecycleConfigName(NAME)));
        blind(
                "sagemaker:ListNotebookInstanceLifecycleConfigs",
                () -> sagemaker.listNotebookInstanceLifecycleConfigs(r -> r.maxResults(100)));
        refused(
                "sagemaker:UpdateNotebookInstanceLifecycleConfig",
                () ->
                        sagemaker.updateNotebookInstanceLifecycleConfig(
                                r -> r.notebookInstanceLifecycleConfigName(NAME).onCreate(HOOK)));
        refused(
                "sagemaker:DeleteNotebookInstanceLifecycleConfig",
                () ->
                        sagemaker.deleteNotebookInstanceLifecycleConfig(
                                r -> r.notebookInstanceLifecycleConfigName(NAME)));
        refused(
                "sagemaker:DescribeCodeRepository",
                () -> sagemaker.describeCodeRepository(r -> r.codeRepositoryName(NAME)));
        blind(
                "sagemaker:ListCodeRepositories",
                () -> sagemaker.listCodeRepositories(r -> r.maxResults(100)));
        refused(
                "sagemaker:UpdateCodeRepository",
                () ->
                        sagemaker.updateCodeRepository(r ->
                                r.codeRepositoryName(NAME)
                                        .gitConfig(g ->
                                                g.secretArn(
                                                        "arn:aws:secretsmanager:us-east-1:123456789012:secret:x"))));
        refused(
                "sagemaker:DeleteCodeRepository",
                () -> sagemaker.deleteCodeRepository(r -> r.codeRepositoryName(NAME)));
        blind(
                "sagemaker:CreateNotebookInstanceLifecycleConfig",
                () ->
                        sagemaker
                                .createNotebookInstanceLifecycleConfig(r ->
                                        r.notebookInstanceLifecycleConfigName(NAME).onStart(HOOK))
                                .sdkHttpResponse()
                                .statusCode());
        blind(
                "sagemaker:CreateCodeRepository",
                () ->
                        sagemaker
                                .createCodeRepository(r ->
                                        r.codeRepositoryName(NAME)
                                                .gitConfig(g ->
                                                        g.repositoryUrl(
                                                                "https://example.org/x.git")))
                                .sdkHttpResponse()
                                .statusCode());
    }

    private void tags() {
        for (String arn : theirs.tagged()) {
            refused("sagemaker:ListTags", () -> sagemaker.listTags(r -> r.resourceArn(arn)));
            refused(
                    "sagemaker:AddTags",
                    () -> sagemaker.addTags(r -> r.resourceArn(arn).tags(TAG)));
            refused(
                    "sagemaker:DeleteTags",
                    () -> sagemaker.deleteTags(r -> r.resourceArn(arn).tagKeys("mark")));
        }
    }

    private void logs() {
        blind("logs:DescribeLogGroups", logs::describeLogGroups);
        refused(
                "logs:DescribeLogStreams",
                () -> logs.describeLogStreams(r -> r.logGroupName(GROUP)));
        refused(
                "logs:DescribeLogStreams",
                () -> logs.describeLogStreams(r -> r.logGroupIdentifier(theirs.group())));
        refused(
                "logs:GetLogEvents",
                () -> logs.getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM)));
        refused(
                "logs:GetLogEvents",
                () ->
                        logs.getLogEvents(
                                r -> r.logGroupIdentifier(theirs.group()).logStreamName(STREAM)));
        refused("logs:FilterLogEvents", () -> logs.filterLogEvents(r -> r.logGroupName(GROUP)));
        refused(
                "logs:FilterLogEvents",
                () -> logs.filterLogEvents(r -> r.logGroupIdentifier(theirs.group())));
        refused(
                "logs:PutLogEvents",
                () ->
                        logs.putLogEvents(r ->
                                r.logGroupName(GROUP)
                                        .logStreamName(STREAM)
                                        .logEvents(OwnedThings.event("x"))));
        refused(
                "logs:CreateLogStream",
                () -> logs.createLogStream(r -> r.logGroupName(GROUP).logStreamName("x")));
        refused(
                "logs:DeleteLogStream",
                () -> logs.deleteLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM)));
        refused(
                "logs:PutRetentionPolicy",
                () -> logs.putRetentionPolicy(r -> r.logGroupName(GROUP).retentionInDays(1)));
        refused(
                "logs:DeleteRetentionPolicy",
                () -> logs.deleteRetentionPolicy(r -> r.logGroupName(GROUP)));
        refused("logs:DeleteLogGroup", () -> logs.deleteLogGroup(r -> r.logGroupName(GROUP)));
        blind("logs:CreateLogGroup", () -> logs.createLogGroup(r -> r.logGroupName(GROUP)));
    }

    private void identity() {
        refused("iam:GetRole", () -> iam.getRole(r -> r.roleName(NAME)));
        blind("iam:ListRoles", iam::listRoles);
        refused("iam:DeleteRole", () -> iam.deleteRole(r -> r.roleName(NAME)));
        refused("iam:GetUser", () -> iam.getUser(r -> r.userName("ann")));
        refused("iam:ListAccessKeys", () -> iam.listAccessKeys(r -> r.userName("ann")));
        refused(
                "sts:AssumeRole",
                () -> sts.assumeRole(r -> r.roleArn(theirs.role()).roleSessionName("me")));
        blind("sts:GetCallerIdentity", sts::getCallerIdentity);
        blind("sts:GetSessionToken", sts::getSessionToken);
        blind(
                "iam:CreateRole",
                () ->
                        iam.createRole(r -> r.roleName(NAME).assumeRolePolicyDocument("{}"))
                                .sdkHttpResponse()
                                .statusCode());
    }

    private String ownBucket() {
        return "of-" + ownRole.replaceAll("\\D", "");
    }

    @Override
    public void close() {
        s3.close();
        sagemaker.close();
        logs.close();
        iam.close();
        sts.close();
    }
}
