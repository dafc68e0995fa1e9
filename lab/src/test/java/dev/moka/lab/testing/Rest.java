package dev.moka.lab.testing;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A client of a REST API that speaks JSON.
public final class Rest {
    /// The token of labs that want one.
    static final String TOKEN = "a-token-for-tests";

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Rest(URI base) {
        this.base = base;
    }

    /// A status and a body.
    public record Answer(int status, JsonNode json) {}

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, ObjectNode body) {
        return send("POST", path, body);
    }

    public Answer put(String path, ObjectNode body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, ObjectNode body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(
            String method, String path, @org.jspecify.annotations.Nullable ObjectNode body) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(Duration.ofSeconds(90))
                            .header("Authorization", "token " + TOKEN)
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofByteArray(Json.bytes(body)))
                            .build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            byte[] answer = response.body();
            return new Answer(
                    response.statusCode(),
                    answer.length == 0 ? Json.object() : Json.mapper().readTree(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
