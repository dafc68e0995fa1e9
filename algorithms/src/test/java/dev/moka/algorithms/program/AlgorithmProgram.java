package dev.moka.algorithms.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.Serving;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The real jar as a process of its own.
final class AlgorithmProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AlgorithmProgram(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    static AlgorithmProgram start(String task, JobFolder job, Map<String, String> environment)
            throws IOException {
        Path jar =
                Path.of(System.getProperty("moka.root"), "algorithms/target/moka-algorithms.jar");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-jar",
                        jar.toString(),
                        task,
                        "--algorithm",
                        "xgboost");
        builder.environment().put(OptMl.BASE_VARIABLE, job.folders().base().toString());
        builder.environment().put(Serving.PORT_VARIABLE, "0");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().putAll(environment);
        return new AlgorithmProgram(builder.redirectErrorStream(true).start());
    }

    /// Trains to the end; gives the exit status.
    static int train(JobFolder job, List<String> log) throws IOException, InterruptedException {
        try (AlgorithmProgram program = start("train", job, Map.of())) {
            int status = program.end();
            log.addAll(program.lines);
            return status;
        }
    }

    /// Reads the output until a line has the text.
    String until(String text) throws IOException {
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            if (line.contains(text)) {
                return line;
            }
            line = output.readLine();
        }
        throw new AssertionError("'" + text + "' did not come: " + lines);
    }

    /// Asks it to end, as `docker stop` does.
    void terminate() {
        // Process.destroy would close the output as well.
        process.toHandle().destroy();
    }

    int end() throws IOException, InterruptedException {
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            line = output.readLine();
        }
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    URI listening() throws IOException {
        String port = until(Serving.LISTENING).substring(Serving.LISTENING.length());
        return URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> invoke(URI uri, String type, String accept, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve(Serving.INVOCATIONS))
                        .header("Content-Type", type)
                        .header("Accept", accept)
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }
}
