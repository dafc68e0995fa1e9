package dev.moka.lab.testing;

import dev.moka.lab.assets.LabAssets;
import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabSettings;
import dev.moka.lab.site.PageOptions;
import dev.moka.lab.web.LabWeb;
import dev.moka.protocol.jupyter.Json;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A lab on a free port, mounted as the hub mounts labs, and a client for it.
public final class RunningLab implements AutoCloseable {
    private static final String BASE = "/notebook/ann/demo";

    private final Path root;
    private final Path labextensions;
    private final Lab lab;
    private final Javalin javalin;
    private final HttpClient client = HttpClient.newHttpClient();

    /// Starts a lab whose workspace, run folder and extensions lie in a folder.
    public RunningLab(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("work"));
        labextensions = Files.createDirectories(folder.resolve("labextensions"));
        lab =
                Lab.open(
                        new LabSettings(
                                root,
                                Files.createDirectories(folder.resolve("run")),
                                BASE + "/",
                                Identity.named("ann"),
                                PageOptions.standard(),
                                List.of(labextensions),
                                () -> Json.object().put("instanceType", "ml.t3.medium"),
                                TestLab.kernelSettings()),
                        LabAssets.open(assets()));
        javalin =
                Javalin.create(
                                config -> {
                                    config.concurrency.useVirtualThreads = true;
                                    config.startup.showJavalinBanner = false;
                                    LabWeb.configure(config);
                                    LabWeb.mount(
                                            config.routes,
                                            "/notebook/{owner}/{instance}",
                                            _ -> lab);
                                })
                        .start("127.0.0.1", 0);
    }

    /// The unpacked JupyterLab that the build made.
    public static Path assets() {
        return Path.of(System.getProperty("moka.root")).resolve("lab/target/jupyterlab");
    }

    /// The workspace.
    public Path root() {
        return root;
    }

    /// Where further extensions lie.
    public Path labextensions() {
        return labextensions;
    }

    /// The lab itself.
    public Lab lab() {
        return lab;
    }

    /// The address of a path below the lab's base URL.
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + javalin.port() + BASE + path);
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// Sends a request with JSON, or without a body when that is null.
    public Reply call(String method, String path, @Nullable JsonNode body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
        return send(method, path, publisher, headers);
    }

    /// Sends a request with text.
    public Reply text(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    /// Sends a GET.
    public Reply get(String path, String... headers) throws IOException, InterruptedException {
        return call("GET", path, null, headers);
    }

    private Reply send(
            String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        lab.close();
        javalin.stop();
        client.close();
    }
}
