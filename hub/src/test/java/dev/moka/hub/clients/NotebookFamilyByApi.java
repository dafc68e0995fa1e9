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
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeNotebookInstanceResponse;
import software.amazon.awssdk.services.sagemaker.model.ListNotebookInstancesResponse;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceLifecycleHook;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/// A hub and the clients of two people, for tests of the notebook-instance family by AWS SDK for
/// Java v2.
abstract class NotebookFamilyByApi {
    @TempDir static Path home;
    static TestHub hub;
    static Person admin;
    static Person ann;
    static String account;
    static SageMakerClient client;
    static SageMakerClient others;
    static CloudWatchLogsClient logs;

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

    static String create(String name, String type) {
        return client.createNotebookInstance(
                        r -> r.notebookInstanceName(name).instanceType(type).roleArn(role()))
                .notebookInstanceArn();
    }

    static String script(String name, String onCreate, String onStart) {
        return client.createNotebookInstanceLifecycleConfig(
                        r -> {
                            r.notebookInstanceLifecycleConfigName(name).onStart(hook(onStart));
                            if (!onCreate.isEmpty()) {
                                r.onCreate(hook(onCreate));
                            }
                        })
                .notebookInstanceLifecycleConfigArn();
    }

    static NotebookInstanceLifecycleHook hook(String script) {
        return NotebookInstanceLifecycleHook.builder()
                .content(
                        Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static String decoded(List<NotebookInstanceLifecycleHook> hooks) {
        return new String(
                Base64.getDecoder().decode(hooks.getFirst().content()), StandardCharsets.UTF_8);
    }

    static List<String> printed(String stream) {
        return logs
                .getLogEvents(r ->
                        r.logGroupName("/aws/sagemaker/NotebookInstances").logStreamName(stream))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .toList();
    }

    static DescribeNotebookInstanceResponse describe(String name) {
        return client.describeNotebookInstance(r -> r.notebookInstanceName(name));
    }

    static List<String> names(ListNotebookInstancesResponse response) {
        return response.notebookInstances().stream()
                .map(NotebookInstanceSummary::notebookInstanceName)
                .toList();
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    static String role() {
        return "arn:aws:iam::%s:role/service-role/AmazonSageMaker-ExecutionRole-Moka"
                .formatted(account);
    }

    static HttpResponse<String> get(HttpClient browser, String url, String cookie)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static void refused(String message, ThrowingCallable call) {
        error("ValidationException", message, call);
    }

    static void error(String code, String message, ThrowingCallable call) {
        AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(call);
        thrown.isInstanceOfSatisfying(
                SageMakerException.class,
                e -> {
                    assertThat(e.awsErrorDetails().errorMessage()).contains(message);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                });
    }
}
