package dev.moka.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A short life of a hub for the AOT cache: what a start and the first pages need is loaded and
/// linked once.
final class Training {
    private static final List<String> PATHS =
            List.of(
                    "/healthz",
                    "/",
                    "/sign-in",
                    "/api/v1/me",
                    "/api/v1/instance-types",
                    "/api/v1/openapi.yaml",
                    "/nowhere");

    private Training() {}

    static int run(HubConfig config) throws InterruptedException {
        try {
            Path home = Files.createTempDirectory("moka-training");
            try {
                // The first start makes the database, the second finds it, as most starts do.
                live(config.elsewhere(home));
                live(config.elsewhere(home));
            } finally {
                delete(home);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void live(HubConfig config) throws IOException, InterruptedException {
        try (Hub hub = Hub.start(config);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(hub.address() + path))
                                .header("Accept", "text/html")
                                .timeout(Duration.ofSeconds(20))
                                .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
