package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeNotebookInstanceResponse;
import software.amazon.awssdk.services.sagemaker.model.InstanceType;
import software.amazon.awssdk.services.sagemaker.model.ListNotebookInstancesResponse;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceLifecycleHook;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceStatus;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/// The notebook-instance family, driven by the AWS SDK for Java v2.
class NotebookInstancesByApiTest {
    @TempDir static Path home;
    private static TestHub hub;
    private static Person admin;
    private static Person ann;
    private static String account;
    private static SageMakerClient client;
    private static SageMakerClient others;
    private static CloudWatchLogsClient logs;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        admin = hub.admin();
        ann = hub.user(admin, "ann");
        account = ann.get("/api/v1/me/account").expect(200).text("id");
        var credentials = AwsClients.credentials(TestHub.accessKey(ann));
        client = AwsClients.at(hub, credentials, SageMakerClient.builder()).build();
        logs = AwsClients.at(hub, credentials, CloudWatchLogsClient.builder()).build();
        others =
                AwsClients.at(
                                hub,
                                AwsClients.credentials(TestHub.accessKey(admin)),
                                SageMakerClient.builder())
                        .build();
    }

    @AfterAll
    static void end() {
        client.close();
        others.close();
        logs.close();
        hub.close();
    }

    @Test
    void anInstanceGoesThroughItsWholeLifeAndThePageSeesIt() throws Exception {
        script("life-config", "echo made", "echo started");
        String arn =
                client.createNotebookInstance(r ->
                                r.notebookInstanceName("Life")
                                        .instanceType(InstanceType.ML_T3_MEDIUM)
                                        .roleArn(role())
                                        .lifecycleConfigName("life-config")
                                        .volumeSizeInGB(10)
                                        .rootAccess("Disabled")
                                        .instanceMetadataServiceConfiguration(m ->
                                                m.minimumInstanceMetadataServiceVersion("2"))
                                        .tags(tag("team", "blue")))
                        .notebookInstanceArn();
        assertThat(arn)
                .isEqualTo(
                        "arn:aws:sagemaker:us-east-1:%s:notebook-instance/life".formatted(account));
        client.waiter().waitUntilNotebookInstanceInService(r -> r.notebookInstanceName("Life"));

        DescribeNotebookInstanceResponse seen = describe("Life");
        assertThat(seen.notebookInstanceStatus()).isEqualTo(NotebookInstanceStatus.IN_SERVICE);
        assertThat(seen.url()).endsWith("/notebook/ann/Life/lab").doesNotContain("://");
        assertThat(seen.roleArn()).isEqualTo(role());
        assertThat(seen.volumeSizeInGB()).isEqualTo(10);
        assertThat(seen.rootAccessAsString()).isEqualTo("Disabled");
        assertThat(seen.directInternetAccessAsString()).isEqualTo("Enabled");
        assertThat(seen.notebookInstanceLifecycleConfigName()).isEqualTo("life-config");
        assertThat(seen.instanceMetadataServiceConfiguration()
                        .minimumInstanceMetadataServiceVersion())
                .isEqualTo("2");
        assertThat(seen.creationTime()).isBeforeOrEqualTo(seen.lastModifiedTime());
        assertThat(ann.get("/api/v1/instances/ann/Life").expect(200).text("status"))
                .isEqualTo("InService");
        assertThat(printed("Life/LifecycleConfigOnCreate")).containsExactly("made");
        assertThat(printed("Life/LifecycleConfigOnStart")).containsExactly("started");

        refused("Status (InService) not in ([Stopped, Failed]). Unable to transition to (Deleting)"
                        + " for Notebook Instance (" + arn + ")",
                () -> client.deleteNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused("Unable to transition to (Pending)", () ->
                client.startNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused("Unable to transition to (Updating)", () ->
                client.updateNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused("Cannot create a duplicate Notebook Instance (" + arn + ")", () ->
                create("Life", "ml.t3.medium"));

        client.stopNotebookInstance(r -> r.notebookInstanceName("Life"));
        ann.awaitStatus("ann/Life", "Stopped");
        client.updateNotebookInstance(r ->
                r.notebookInstanceName("Life")
                        .instanceType(InstanceType.ML_T3_XLARGE)
                        .volumeSizeInGB(20)
                        .disassociateLifecycleConfig(true));
        ann.awaitStatus("ann/Life", "Stopped");
        assertThat(describe("Life").volumeSizeInGB()).isEqualTo(20);
        assertThat(describe("Life").instanceType()).isEqualTo(InstanceType.ML_T3_XLARGE);
        assertThat(describe("Life").notebookInstanceLifecycleConfigName()).isNull();
        refused("can't become 5 GB", () ->
                client.updateNotebookInstance(
                        r -> r.notebookInstanceName("Life").volumeSizeInGB(5)));

        // What the page changes keeps what only the API knows.
        ann.write("PATCH", "/api/v1/instances/ann/Life", "{\"instanceType\":\"ml.t3.large\"}")
                .expect(202);
        ann.awaitStatus("ann/Life", "Stopped");
        assertThat(describe("Life").volumeSizeInGB()).isEqualTo(20);
        assertThat(describe("Life").instanceTypeAsString()).isEqualTo("ml.t3.large");

        client.startNotebookInstance(r -> r.notebookInstanceName("Life"));
        ann.awaitStatus("ann/Life", "InService");
        client.stopNotebookInstance(r -> r.notebookInstanceName("Life"));
        ann.awaitStatus("ann/Life", "Stopped");
        client.deleteNotebookInstance(r -> r.notebookInstanceName("Life"));
        client.waiter().waitUntilNotebookInstanceDeleted(r -> r.notebookInstanceName("Life"));
        refused("RecordNotFound", () -> describe("Life"));
        refused("Could not find resource", () -> client.listTags(r -> r.resourceArn(arn)));
    }

    @Test
    void whatIsWrongIsToldAllAtOnceInAwssWords() {
        refused(
                "2 validation errors detected: Value 'under_score' at 'notebookInstanceName' failed"
                    + " to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " ^[a-zA-Z0-9](-*[a-zA-Z0-9])*; Value '1' at 'volumeSizeInGB' failed to"
                    + " satisfy constraint: Member must have value greater than or equal to 5",
                () ->
                        client.createNotebookInstance(r ->
                                r.notebookInstanceName("under_score")
                                        .instanceType("ml.t3.medium")
                                        .roleArn(role())
                                        .volumeSizeInGB(1)));
        refused("There is no instance type 'ml.t3.huge'", () -> create("huge", "ml.t3.huge"));
        refused("There is no lifecycle config 'nope'", () ->
                client.createNotebookInstance(r ->
                        r.notebookInstanceName("no-config")
                                .instanceType("ml.t3.medium")
                                .roleArn(role())
                                .lifecycleConfigName("nope")));
        refused("Cannot find CodeRepository 'nope'", () ->
                client.createNotebookInstance(r ->
                        r.notebookInstanceName("no-repository")
                                .instanceType("ml.t3.medium")
                                .roleArn(role())
                                .defaultCodeRepository("nope")));
        error(
                "AccessDeniedException",
                "Cross-account pass role is not allowed",
                () ->
                        client.createNotebookInstance(r ->
                                r.notebookInstanceName("theirs")
                                        .instanceType("ml.t3.medium")
                                        .roleArn("arn:aws:iam::999999999999:role/other")));
        error(
                "UnknownOperationException",
                "Moka does not have the SageMaker operation ListDomains yet",
                () -> client.listDomains(r -> {}));
    }

    @Test
    void instancesAreListedFilteredSortedAndPaged() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        for (String name : List.of("list-c", "list-a", "list-b")) {
            create(name, "ml.t3.medium");
            ann.awaitStatus("ann/" + name, "InService");
        }

        assertThat(names(client.listNotebookInstances(r -> r.nameContains("list-"))))
                .containsExactly("list-a", "list-b", "list-c");
        assertThat(names(
                        client.listNotebookInstances(r ->
                                r.nameContains("list-")
                                        .sortBy("CreationTime")
                                        .sortOrder("Descending")
                                        .statusEquals("InService")
                                        .creationTimeAfter(before))))
                .containsExactly("list-b", "list-a", "list-c");
        assertThat(names(
                        client.listNotebookInstances(
                                r -> r.nameContains("list-").creationTimeBefore(before))))
                .isEmpty();
        assertThat(client.listNotebookInstancesPaginator(
                                r -> r.nameContains("list-").maxResults(2))
                        .notebookInstances()
                        .stream()
                        .map(NotebookInstanceSummary::notebookInstanceName))
                .containsExactly("list-a", "list-b", "list-c");

        String token =
                client.listNotebookInstances(r -> r.nameContains("list-").maxResults(1))
                        .nextToken();
        refused("Invalid NextToken", () ->
                client.listNotebookInstances(r -> r.nameContains("other").nextToken(token)));
        refused("Invalid NextToken", () ->
                others.listNotebookInstances(r -> r.nameContains("list-").nextToken(token)));
        refused("Invalid NextToken", () ->
                client.listNotebookInstances(r -> r.nameContains("list-").nextToken("forged")));
    }

    @Test
    void lifecycleConfigsAreTheOnesOfThePages() throws Exception {
        String arn = script("by-api", "", "echo one");
        assertThat(arn)
                .isEqualTo(
                        "arn:aws:sagemaker:us-east-1:%s:notebook-instance-lifecycle-config/by-api"
                                .formatted(account));
        refused("already exists", () -> script("by-api", "", "echo two"));
        assertThat(ann.get("/api/v1/lifecycle-configs").expect(200).body()).contains("by-api");
        ann.post("/api/v1/lifecycle-configs", "{'name':'by-page','onStart':'echo page'}")
                .expect(201);

        var seen =
                client.describeNotebookInstanceLifecycleConfig(
                        r -> r.notebookInstanceLifecycleConfigName("by-page"));
        assertThat(decoded(seen.onStart())).isEqualTo("echo page");
        assertThat(seen.onCreate()).isEmpty();

        client.updateNotebookInstanceLifecycleConfig(r ->
                r.notebookInstanceLifecycleConfigName("by-page").onStart(hook("echo changed")));
        var changed =
                client.describeNotebookInstanceLifecycleConfig(
                        r -> r.notebookInstanceLifecycleConfigName("by-page"));
        assertThat(decoded(changed.onStart())).isEqualTo("echo changed");
        assertThat(changed.creationTime()).isEqualTo(seen.creationTime());
        assertThat(client.listNotebookInstanceLifecycleConfigs(
                                r -> r.nameContains("by-").sortBy("Name"))
                        .notebookInstanceLifecycleConfigs())
                .extracting(c -> c.notebookInstanceLifecycleConfigName())
                .containsExactly("by-api", "by-page");
        refused("RecordNotFound", () ->
                others.describeNotebookInstanceLifecycleConfig(
                        r -> r.notebookInstanceLifecycleConfigName("by-api")));
        client.deleteNotebookInstanceLifecycleConfig(
                r -> r.notebookInstanceLifecycleConfigName("by-page"));
        refused("RecordNotFound", () ->
                client.describeNotebookInstanceLifecycleConfig(
                        r -> r.notebookInstanceLifecycleConfigName("by-page")));
    }

    @Test
    void codeRepositoriesAreKeptAndCloned() throws Exception {
        String arn =
                client.createCodeRepository(r ->
                                r.codeRepositoryName("course")
                                        .gitConfig(g ->
                                                g.repositoryUrl("https://127.0.0.1:1/course.git")
                                                        .branch("main"))
                                        .tags(tag("a", "b")))
                        .codeRepositoryArn();
        assertThat(client.describeCodeRepository(r -> r.codeRepositoryName("course"))
                        .gitConfig()
                        .branch())
                .isEqualTo("main");
        assertThat(client.listCodeRepositories(r -> r.nameContains("cour"))
                        .codeRepositorySummaryList())
                .extracting(c -> c.codeRepositoryArn())
                .containsExactly(arn);
        client.updateCodeRepository(r ->
                r.codeRepositoryName("course")
                        .gitConfig(g ->
                                g.secretArn(
                                        "arn:aws:secretsmanager:us-east-1:111111111111:secret:x")));
        assertThat(client.describeCodeRepository(r -> r.codeRepositoryName("course"))
                        .gitConfig()
                        .secretArn())
                .endsWith(":secret:x");
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags())
                .containsExactly(tag("a", "b"));
        refused("Cannot find CodeRepository", () ->
                others.describeCodeRepository(r -> r.codeRepositoryName("course")));

        client.createNotebookInstance(r ->
                r.notebookInstanceName("cloning")
                        .instanceType("ml.t3.medium")
                        .roleArn(role())
                        .defaultCodeRepository("course"));
        ann.awaitStatus("ann/cloning", "Failed");
        assertThat(describe("cloning").failureReason()).contains("clones code repositories");
        refused("is used by 'ann/cloning'", () ->
                client.deleteCodeRepository(r -> r.codeRepositoryName("course")));
        client.updateNotebookInstance(r ->
                r.notebookInstanceName("cloning").disassociateDefaultCodeRepository(true));
        ann.awaitStatus("ann/cloning", "Stopped");
        client.deleteCodeRepository(r -> r.codeRepositoryName("course"));
        refused("Cannot find CodeRepository", () ->
                client.describeCodeRepository(r -> r.codeRepositoryName("course")));
    }

    @Test
    void aPresignedUrlSignsInToThatInstanceOnlyAndOnce() throws Exception {
        for (String name : List.of("mine", "other")) {
            create(name, "ml.t3.medium");
            ann.awaitStatus("ann/" + name, "InService");
        }
        String url =
                client.createPresignedNotebookInstanceUrl(r ->
                                r.notebookInstanceName("mine")
                                        .sessionExpirationDurationInSeconds(1800))
                        .authorizedUrl();
        HttpClient browser = HttpClient.newBuilder().build();

        HttpResponse<String> signedIn = get(browser, url + "&view=lab", "");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow())
                .endsWith("/notebook/ann/mine/lab");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Path=/notebook/ann/mine", "HttpOnly", "Max-Age=1");
        String value = cookie.substring(0, cookie.indexOf(';'));

        assertThat(get(browser, hub.address() + "/notebook/ann/mine/api/status", value).statusCode())
                .isEqualTo(200);
        assertThat(get(browser, hub.address() + "/notebook/ann/mine/api/status", "").statusCode())
                .isEqualTo(401);
        for (String elsewhere :
                List.of("/notebook/ann/other/api/status", "/api/v1/instances", "/api/v1/me")) {
            assertThat(get(browser, hub.address() + elsewhere, value).statusCode())
                    .describedAs(elsewhere)
                    .isEqualTo(401);
        }
        assertThat(get(browser, url, "").statusCode()).isEqualTo(401);
        refused("RecordNotFound", () ->
                others.createPresignedNotebookInstanceUrl(r -> r.notebookInstanceName("mine")));
        client.stopNotebookInstance(r -> r.notebookInstanceName("mine"));
        ann.awaitStatus("ann/mine", "Stopped");
        refused("not in ([InService])", () ->
                client.createPresignedNotebookInstanceUrl(r -> r.notebookInstanceName("mine")));
    }

    @Test
    void tagsFollowAwssRules() throws Exception {
        String arn = create("tagged", "ml.t3.medium");
        client.addTags(r -> r.resourceArn(arn).tags(tag("b", "2"), tag("a", "1")));
        assertThat(client.addTags(r -> r.resourceArn(arn).tags(tag("a", "x"))).tags())
                .containsExactly(tag("a", "x"), tag("b", "2"));
        client.deleteTags(r -> r.resourceArn(arn).tagKeys("b", "missing"));
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags()).containsExactly(tag("a", "x"));

        refused("aws:", () -> client.addTags(r -> r.resourceArn(arn).tags(tag("AWS:x", "1"))));
        refused("Duplicate tag keys", () ->
                client.addTags(r -> r.resourceArn(arn).tags(tag("k", "1"), tag("k", "2"))));
        List<Tag> fifty =
                IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toList();
        error(
                "ResourceLimitExceeded",
                "at most 50 tags",
                () -> client.addTags(r -> r.resourceArn(arn).tags(fifty)));
        error("AccessDeniedException", "another account", () ->
                others.listTags(r -> r.resourceArn(arn)));
        refused("Could not find resource", () -> client.listTags(r -> r.resourceArn(arn + "-no")));
    }

    @Test
    void accountsDoNotSeeEachOther() throws Exception {
        create("secret", "ml.t3.medium");

        refused("RecordNotFound", () ->
                others.describeNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused("RecordNotFound", () ->
                others.stopNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused("RecordNotFound", () ->
                others.startNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused("RecordNotFound", () ->
                others.updateNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused("RecordNotFound", () ->
                others.deleteNotebookInstance(r -> r.notebookInstanceName("secret")));
        assertThat(names(others.listNotebookInstances(r -> {}))).doesNotContain("secret");
    }

    private static String create(String name, String type) {
        return client.createNotebookInstance(r ->
                        r.notebookInstanceName(name).instanceType(type).roleArn(role()))
                .notebookInstanceArn();
    }

    private static String script(String name, String onCreate, String onStart) {
        return client.createNotebookInstanceLifecycleConfig(r -> {
                    r.notebookInstanceLifecycleConfigName(name).onStart(hook(onStart));
                    if (!onCreate.isEmpty()) {
                        r.onCreate(hook(onCreate));
                    }
                })
                .notebookInstanceLifecycleConfigArn();
    }

    private static NotebookInstanceLifecycleHook hook(String script) {
        return NotebookInstanceLifecycleHook.builder()
                .content(
                        Base64.getEncoder()
                                .encodeToString(script.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String decoded(List<NotebookInstanceLifecycleHook> hooks) {
        return new String(
                Base64.getDecoder().decode(hooks.getFirst().content()), StandardCharsets.UTF_8);
    }

    private static List<String> printed(String stream) {
        return logs
                .getLogEvents(r ->
                        r.logGroupName("/aws/sagemaker/NotebookInstances").logStreamName(stream))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .toList();
    }

    private static DescribeNotebookInstanceResponse describe(String name) {
        return client.describeNotebookInstance(r -> r.notebookInstanceName(name));
    }

    private static List<String> names(ListNotebookInstancesResponse response) {
        return response.notebookInstances().stream()
                .map(NotebookInstanceSummary::notebookInstanceName)
                .toList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String role() {
        return "arn:aws:iam::%s:role/service-role/AmazonSageMaker-ExecutionRole-Moka"
                .formatted(account);
    }

    private static HttpResponse<String> get(HttpClient browser, String url, String cookie)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(String message, ThrowingCallable call) {
        error("ValidationException", message, call);
    }

    private static void error(String code, String message, ThrowingCallable call) {
        AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(call);
        thrown.isInstanceOfSatisfying(
                SageMakerException.class,
                e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).contains(message);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                });
    }
}
