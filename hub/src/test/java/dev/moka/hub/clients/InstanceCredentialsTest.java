package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/// AWS clients in a notebook instance, which have nothing but its environment.
class InstanceCredentialsTest {
    @TempDir Path home;

    @Test
    void clientsInAnInstanceActAsItsExecutionRole() throws Exception {
        try (TestHub hub = TestHub.start(home)) {
            Person ann = hub.user(hub.admin(), "ann");
            Map<String, String> environment = instance(ann);
            String account = ann.get("/api/v1/me/account").expect(200).text("id");
            String arn =
                    "arn:aws:sts::%s:assumed-role/AmazonSageMaker-ExecutionRole-Moka/SageMaker"
                            .formatted(account);

            assertThat(
                            PythonClients.install()
                                    .python(
                                            environment,
                                            """
                                            import boto3
                                            print(boto3.client('sts').get_caller_identity()['Arn'])
                                            """))
                    .isEqualTo(arn);
            assertThat(identityInJava(environment)).isEqualTo(arn);
            assertThat(environment.get("AWS_REGION")).isEqualTo("us-east-1");
            assertThat(environment.get("MOKA_EXECUTION_ROLE_ARN"))
                    .isEqualTo(
                            "arn:aws:iam::%s:role/service-role/AmazonSageMaker-ExecutionRole-Moka"
                                    .formatted(account));
            assertThat(Path.of(environment.get("MOKA_RESOURCE_METADATA")))
                    .content()
                    .contains("arn:aws:sagemaker:us-east-1:" + account, "\"lab\"");
        }
    }

    @Test
    void aTokenIsGoodForItsOwnInstanceWhileItExists() throws Exception {
        try (TestHub hub = TestHub.start(home)) {
            Person admin = hub.admin();
            Person ann = hub.user(admin, "ann");
            Map<String, String> environment = instance(ann);
            URI uri = URI.create(environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
            Path file = Path.of(environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
            String token = Files.readString(file);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(get(uri, token).statusCode()).isEqualTo(200);
            assertThat(get(uri, "x" + token).statusCode()).isEqualTo(401);
            assertThat(get(uri, "").statusCode()).isEqualTo(401);
            admin.post("/api/v1/users/ann/disable").expect(200);
            assertThat(get(uri, token).statusCode()).isEqualTo(401);
            admin.post("/api/v1/users/ann/enable").expect(200);
            assertThat(get(uri, token).statusCode()).isEqualTo(200);
            Person again = hub.signedIn("ann");
            again.post("/api/v1/instances/ann/lab/stop").expect(202);
            again.awaitStatus("ann/lab", "Stopped");
            again.delete("/api/v1/instances/ann/lab").expect(202);
            while (again.get("/api/v1/instances/ann/lab").response().statusCode() == 200) {
                Thread.onSpinWait();
            }
            assertThat(get(uri, token).statusCode()).isEqualTo(401);
        }
    }

    /// Makes an instance whose script writes down its environment, and answers with that.
    private Map<String, String> instance(Person owner) throws Exception {
        owner.write(
                        "POST",
                        "/api/v1/lifecycle-configs",
                        "{\"name\":\"look\",\"onStart\":\"env >seen.txt\",\"onCreate\":\"\"}")
                .expect(201);
        owner.post(
                        "/api/v1/instances",
                        "{'name':'lab','instanceType':'ml.t3.medium','lifecycleConfig':'look'}")
                .expect(201);
        owner.awaitStatus("ann/lab", "InService");
        Path seen = TestHub.work(home, "ann", "lab").resolve("seen.txt");
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(seen)) {
            int equals = line.indexOf('=');
            String name = line.substring(0, Math.max(0, equals));
            if (name.startsWith("AWS_") || name.startsWith("MOKA_")) {
                environment.put(name, line.substring(equals + 1));
            }
        }
        return environment;
    }

    private static String identityInJava(Map<String, String> environment) {
        Map<String, String> properties =
                Map.of(
                        "aws.containerCredentialsFullUri",
                        environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
                        "aws.containerAuthorizationTokenFile",
                        environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
        properties.forEach(System::setProperty);
        try (ContainerCredentialsProvider provider = ContainerCredentialsProvider.create();
                StsClient sts =
                        StsClient.builder()
                                .credentialsProvider(provider)
                                .region(Region.of(environment.get("AWS_REGION")))
                                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
                                .build()) {
            return sts.getCallerIdentity().arn();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static HttpResponse<String> get(URI uri, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri);
            if (!token.isEmpty()) {
                request.header("Authorization", token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
