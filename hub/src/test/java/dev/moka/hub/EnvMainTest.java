package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.clients.AwsClients;
import dev.moka.hub.clients.PythonClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.StsClient;

/// `./moka env` beside a running hub.
class EnvMainTest {
    @TempDir Path folder;

    private record Ended(int code, String output) {}

    @Test
    void itsLinesPointAwsClientsAtTheHubAndReuseTheirKey() throws Exception {
        Path home = folder.resolve("home");
        try (TestHub hub = TestHub.start(home)) {
            hub.user(hub.admin(), "ann");

            Ended first = env("--home", home.toString());
            assertThat(first.code()).describedAs(first.output()).isZero();
            assertThat(first.output())
                    .contains("act as 'admin'", "export AWS_ENDPOINT_URL=" + hub.awsAddress());
            assertThat(env("--home", home.toString())).isEqualTo(first);
            Ended anns = env("--home", home.toString(), "--user", "ann");
            List<String> key =
                    List.of(
                            value(anns.output(), "AWS_ACCESS_KEY_ID"),
                            value(anns.output(), "AWS_SECRET_ACCESS_KEY"));
            try (StsClient sts =
                    AwsClients.at(hub, AwsClients.credentials(key), StsClient.builder()).build()) {
                assertThat(sts.getCallerIdentity().arn()).endsWith(":user/ann");
            }
            assertThat(env("--home", home.toString(), "--user", "nobody").output())
                    .contains("no user named 'nobody'");
        }
        assertThat(env("--home", home.toString()))
                .isEqualTo(
                        new Ended(
                                1,
                                "moka: The hub of %s is not running; start it with ./moka up\n"
                                        .formatted(home)));
        assertThat(env("--home", folder.resolve("other").toString()).output())
                .contains("No hub was ever started");
    }

    @Test
    void aShellThatEvaluatesItsLinesHasACommandLineThatIsKnown() throws Exception {
        Path home = folder.resolve("home");
        PythonClients clients = PythonClients.install();
        try (TestHub hub = TestHub.start(home)) {
            String account = hub.admin().get("/api/v1/me/account").expect(200).text("id");
            Path lines = folder.resolve("lines");
            Files.writeString(lines, env("--home", home.toString()).output());

            assertThat(
                            clients.shell(
                                    """
                                    eval "$(cat '%s')"
                                    python3 -m awscli sts get-caller-identity --query Arn --output text
                                    python3 -m awscli s3 ls
                                    """
                                            .formatted(lines)))
                    .contains("arn:aws:iam::" + account + ":user/admin")
                    .contains("sagemaker-us-east-1-" + account);
        }
    }

    private Ended env(String... words) throws Exception {
        Path output = Files.createTempFile(folder, "env", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnvMain.class.getName());
        builder.command().addAll(List.of(words));
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static String value(String output, String name) {
        Matcher matcher = Pattern.compile("export " + name + "=(\\S+)").matcher(output);
        assertThat(matcher.find()).describedAs(output).isTrue();
        return matcher.group(1);
    }
}
