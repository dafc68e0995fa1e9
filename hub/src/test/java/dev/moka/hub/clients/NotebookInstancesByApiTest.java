package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.DescribeNotebookInstanceResponse;
import software.amazon.awssdk.services.sagemaker.model.InstanceType;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceStatus;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;

/// Notebook instances, driven by the AWS SDK for Java v2.
class NotebookInstancesByApiTest extends NotebookFamilyByApi {
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
                                        .instanceMetadataServiceConfiguration(
                                                m -> m.minimumInstanceMetadataServiceVersion("2"))
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
        assertThat(
                        seen.instanceMetadataServiceConfiguration()
                                .minimumInstanceMetadataServiceVersion())
                .isEqualTo("2");
        assertThat(seen.creationTime()).isBeforeOrEqualTo(seen.lastModifiedTime());
        assertThat(ann.get("/api/v1/instances/ann/Life").expect(200).text("status"))
                .isEqualTo("InService");
        assertThat(printed("Life/LifecycleConfigOnCreate")).containsExactly("made");
        assertThat(printed("Life/LifecycleConfigOnStart")).containsExactly("started");

        refused(
                "Status (InService) not in ([Stopped, Failed]). Unable to transition to (Deleting)"
                        + " for Notebook Instance ("
                        + arn
                        + ")",
                () -> client.deleteNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused(
                "Unable to transition to (Pending)",
                () -> client.startNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused(
                "Unable to transition to (Updating)",
                () -> client.updateNotebookInstance(r -> r.notebookInstanceName("Life")));
        refused(
                "Cannot create a duplicate Notebook Instance (" + arn + ")",
                () -> create("Life", "ml.t3.medium"));

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
        refused(
                "can't become 5 GB",
                () ->
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
        refused(
                "There is no lifecycle config 'nope'",
                () ->
                        client.createNotebookInstance(r ->
                                r.notebookInstanceName("no-config")
                                        .instanceType("ml.t3.medium")
                                        .roleArn(role())
                                        .lifecycleConfigName("nope")));
        refused(
                "Cannot find CodeRepository 'nope'",
                () ->
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
        assertThat(
                        names(
                                client.listNotebookInstances(r ->
                                        r.nameContains("list-")
                                                .sortBy("CreationTime")
                                                .sortOrder("Descending")
                                                .statusEquals("InService")
                                                .creationTimeAfter(before))))
                .containsExactly("list-b", "list-a", "list-c");
        assertThat(
                        names(
                                client.listNotebookInstances(
                                        r -> r.nameContains("list-").creationTimeBefore(before))))
                .isEmpty();
        assertThat(
                        client
                                .listNotebookInstancesPaginator(
                                        r -> r.nameContains("list-").maxResults(2))
                                .notebookInstances()
                                .stream()
                                .map(NotebookInstanceSummary::notebookInstanceName))
                .containsExactly("list-a", "list-b", "list-c");

        String token =
                client.listNotebookInstances(r -> r.nameContains("list-").maxResults(1))
                        .nextToken();
        refused(
                "Invalid NextToken",
                () -> client.listNotebookInstances(r -> r.nameContains("other").nextToken(token)));
        refused(
                "Invalid NextToken",
                () -> others.listNotebookInstances(r -> r.nameContains("list-").nextToken(token)));
        refused(
                "Invalid NextToken",
                () ->
                        client.listNotebookInstances(
                                r -> r.nameContains("list-").nextToken("forged")));
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

        assertThat(
                        get(browser, hub.address() + "/notebook/ann/mine/api/status", value)
                                .statusCode())
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
        refused(
                "RecordNotFound",
                () ->
                        others.createPresignedNotebookInstanceUrl(
                                r -> r.notebookInstanceName("mine")));
        client.stopNotebookInstance(r -> r.notebookInstanceName("mine"));
        ann.awaitStatus("ann/mine", "Stopped");
        refused(
                "not in ([InService])",
                () ->
                        client.createPresignedNotebookInstanceUrl(
                                r -> r.notebookInstanceName("mine")));
    }

    @Test
    void accountsDoNotSeeEachOther() throws Exception {
        create("secret", "ml.t3.medium");

        refused(
                "RecordNotFound",
                () -> others.describeNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused(
                "RecordNotFound",
                () -> others.stopNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused(
                "RecordNotFound",
                () -> others.startNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused(
                "RecordNotFound",
                () -> others.updateNotebookInstance(r -> r.notebookInstanceName("secret")));
        refused(
                "RecordNotFound",
                () -> others.deleteNotebookInstance(r -> r.notebookInstanceName("secret")));
        assertThat(names(others.listNotebookInstances(r -> {}))).doesNotContain("secret");
    }
}
