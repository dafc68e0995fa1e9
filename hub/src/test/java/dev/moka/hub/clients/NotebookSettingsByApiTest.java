package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/// What notebook instances are made with: lifecycle configs, code repositories, tags; driven by the
/// AWS SDK for Java v2.
class NotebookSettingsByApiTest extends NotebookFamilyByApi {
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
        assertThat(
                        client.listNotebookInstanceLifecycleConfigs(
                                        r -> r.nameContains("by-").sortBy("Name"))
                                .notebookInstanceLifecycleConfigs())
                .extracting(c -> c.notebookInstanceLifecycleConfigName())
                .containsExactly("by-api", "by-page");
        refused(
                "RecordNotFound",
                () ->
                        others.describeNotebookInstanceLifecycleConfig(
                                r -> r.notebookInstanceLifecycleConfigName("by-api")));
        client.deleteNotebookInstanceLifecycleConfig(
                r -> r.notebookInstanceLifecycleConfigName("by-page"));
        refused(
                "RecordNotFound",
                () ->
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
        assertThat(
                        client.describeCodeRepository(r -> r.codeRepositoryName("course"))
                                .gitConfig()
                                .branch())
                .isEqualTo("main");
        assertThat(
                        client.listCodeRepositories(r -> r.nameContains("cour"))
                                .codeRepositorySummaryList())
                .extracting(c -> c.codeRepositoryArn())
                .containsExactly(arn);
        client.updateCodeRepository(r ->
                r.codeRepositoryName("course")
                        .gitConfig(g ->
                                g.secretArn(
                                        "arn:aws:secretsmanager:us-east-1:111111111111:secret:x")));
        assertThat(
                        client.describeCodeRepository(r -> r.codeRepositoryName("course"))
                                .gitConfig()
                                .secretArn())
                .endsWith(":secret:x");
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags()).containsExactly(tag("a", "b"));
        refused(
                "Cannot find CodeRepository",
                () -> others.describeCodeRepository(r -> r.codeRepositoryName("course")));

        client.createNotebookInstance(r ->
                r.notebookInstanceName("cloning")
                        .instanceType("ml.t3.medium")
                        .roleArn(role())
                        .defaultCodeRepository("course"));
        ann.awaitStatus("ann/cloning", "Failed");
        assertThat(describe("cloning").failureReason()).contains("clones code repositories");
        refused(
                "is used by 'ann/cloning'",
                () -> client.deleteCodeRepository(r -> r.codeRepositoryName("course")));
        client.updateNotebookInstance(
                r -> r.notebookInstanceName("cloning").disassociateDefaultCodeRepository(true));
        ann.awaitStatus("ann/cloning", "Stopped");
        client.deleteCodeRepository(r -> r.codeRepositoryName("course"));
        refused(
                "Cannot find CodeRepository",
                () -> client.describeCodeRepository(r -> r.codeRepositoryName("course")));
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
        refused(
                "Duplicate tag keys",
                () -> client.addTags(r -> r.resourceArn(arn).tags(tag("k", "1"), tag("k", "2"))));
        List<Tag> fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toList();
        error(
                "ResourceLimitExceeded",
                "at most 50 tags",
                () -> client.addTags(r -> r.resourceArn(arn).tags(fifty)));
        error(
                "AccessDeniedException",
                "another account",
                () -> others.listTags(r -> r.resourceArn(arn)));
        refused("Could not find resource", () -> client.listTags(r -> r.resourceArn(arn + "-no")));
    }
}
