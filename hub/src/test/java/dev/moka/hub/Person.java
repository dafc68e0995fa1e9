package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Somebody with a browser: keeps cookies, and sends `_xsrf` with what it writes as our pages do.
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String XSRF = "test-token-of-more-than-32-characters";

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<String> headers = new ArrayList<>();

    Person(String address) {
        this.address = address;
        HttpCookie xsrf = new HttpCookie("_xsrf", XSRF);
        xsrf.setPath("/");
        cookies.getCookieStore().add(URI.create(address), xsrf);
    }

    /// The same person with a header more in each request.
    public Person with(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).header("X-XSRFToken", XSRF).DELETE());
    }

    public Answer post(String path) throws IOException, InterruptedException {
        return post(path, "{}");
    }

    /// Posts JSON in which single quotes stand for double ones.
    public Answer post(String path, String json) throws IOException, InterruptedException {
        return write("POST", path, json.replace('\'', '"'));
    }

    /// Sends JSON as it is.
    public Answer write(String method, String path, String json)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("X-XSRFToken", XSRF)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /// A write as another site's form would send it.
    public Answer postForm(String path, String form) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Optional<HttpCookie> cookie(String prefix) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith(prefix))
                .findFirst();
    }

    /// Asks for an instance until it is as wanted, without polling faster than it changes.
    public ObjectNode await(String instance, Predicate<ObjectNode> wanted) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        ObjectNode seen = get("/api/v1/instances/" + instance).expect(200).json();
        while (!wanted.test(seen)) {
            assertThat(Instant.now()).describedAs("still %s", seen).isBefore(end);
            int start = Math.max(1, seen.path("starts").asInt());
            // Waits at the log for up to a second, which ends early when something is said.
            get(
                    "/api/v1/instances/%s/starts/%d/log?position=100000000&wait=1"
                            .formatted(instance, start));
            seen = get("/api/v1/instances/" + instance).expect(200).json();
        }
        return seen;
    }

    public ObjectNode awaitStatus(String instance, String status) throws Exception {
        return await(instance, seen -> seen.path("status").asString().equals(status));
    }

    /// The whole log of a start.
    public String log(String instance, int start) throws Exception {
        StringBuilder text = new StringBuilder();
        long position = 0;
        boolean complete = false;
        while (!complete) {
            ObjectNode piece =
                    get("/api/v1/instances/%s/starts/%d/log?position=%d&wait=5"
                                    .formatted(instance, start, position))
                            .expect(200)
                            .json();
            text.append(piece.path("text").asString());
            position = piece.path("position").asLong();
            complete = piece.path("complete").asBoolean();
        }
        return text.toString();
    }

    HttpClient client() {
        return client;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {

        public Answer expect(int status) {
            assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(status);
            return this;
        }

        /// Expects an error of the hub's one shape and gives its message.
        public String error(int status, String code) {
            expect(status);
            assertThat(json().path("error").path("code").asString()).isEqualTo(code);
            assertThat(json().path("error").path("requestId").asString()).isNotEmpty();
            return json().path("error").path("message").asString();
        }

        public ObjectNode json() {
            return Json.parseObject(response.body().getBytes(StandardCharsets.UTF_8));
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }
    }
}
