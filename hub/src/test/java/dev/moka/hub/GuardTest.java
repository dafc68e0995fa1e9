package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir static Path home;
    private static TestHub hub;
    private static Person admin;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        admin = hub.admin();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void aWriteWithoutTheXsrfTokenIsRefused() throws Exception {
        assertThat(admin.postForm("/api/v1/tokens", "label=x").error(403, "AccessDenied"))
                .contains("_xsrf", "reload");
        assertThat(
                        admin.postForm("/api/v1/tokens", "label=x&_xsrf=forged")
                                .error(403, "AccessDenied"))
                .contains("_xsrf");
    }

    @Test
    void aWriteFromAnotherSiteIsRefused() throws Exception {
        Person person = hub.signedIn("admin").with("Origin", "https://evil.example");

        assertThat(person.post("/api/v1/tokens", "{'label':'x'}").error(403, "AccessDenied"))
                .contains("https://evil.example");
        Person embedded = hub.signedIn("admin").with("Sec-Fetch-Site", "cross-site");
        embedded.post("/api/v1/tokens", "{'label':'x'}").error(403, "AccessDenied");
    }

    @Test
    void aWriteFromOurOwnPagesIsServed() throws Exception {
        hub.signedIn("admin")
                .with("Origin", hub.address())
                .post("/api/v1/tokens", "{'label':'x'}")
                .expect(201);
    }

    @Test
    void anotherHostNameIsRefused() throws Exception {
        assertThat(raw("GET /healthz HTTP/1.1", "Host: rebound.example:80"))
                .startsWith("HTTP/1.1 403")
                .contains("rebound.example", "--allow-host");
        assertThat(raw("GET /healthz HTTP/1.1", "Host: localhost:1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aWebSocketFromAnotherOriginIsRefused() {
        URI socket =
                URI.create(
                        hub.address().replace("http:", "ws:")
                                + "/notebook/admin/demo/api/events/subscribe");

        assertThatThrownBy(() ->
                        HttpClient.newHttpClient()
                                .newWebSocketBuilder()
                                .header("Origin", "https://evil.example")
                                .buildAsync(socket, new WebSocket.Listener() {})
                                .join())
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void disablingAUserClosesTheirWebSockets() throws Exception {
        Person ann = hub.user(admin, "ann");
        ann.post("/api/v1/instances", "{'name':'demo','instanceType':'ml.t3.medium'}").expect(201);
        ann.awaitStatus("ann/demo", "InService");
        CountDownLatch closed = new CountDownLatch(1);
        WebSocket.Listener listener =
                new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onClose(
                            WebSocket socket, int code, String why) {
                        closed.countDown();
                        return null;
                    }
                };
        URI events =
                URI.create(
                        hub.address().replace("http:", "ws:")
                                + "/notebook/ann/demo/api/events/subscribe");
        ann.client().newWebSocketBuilder().buildAsync(events, listener).join();

        admin.post("/api/v1/users/ann/disable").expect(200);

        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() throws Exception {
        String answer =
                raw(
                        "POST /api/v1/sign-in HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Content-Length: 99999999");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("TooLarge");
    }

    @Test
    void whatIsNotThereIsSaidInTheFormThatWasAskedFor() throws Exception {
        assertThat(hub.stranger().get("/api/v1/nothing").error(404, "ResourceNotFound"))
                .contains("/api/v1/nothing");
        Person.Answer page =
                hub.signedIn("admin").with("Accept", "text/html").get("/nothing").expect(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void aPageAsksAStrangerToSignInAndComesBack() throws Exception {
        Person.Answer answer =
                hub.stranger().with("Accept", "text/html").get("/notebook/admin/demo/lab?reset=1");

        answer.expect(302);
        assertThat(answer.header("Location"))
                .endsWith("/sign-in?next=%2Fnotebook%2Fadmin%2Fdemo%2Flab%3Freset%3D1");
    }

    @Test
    void healthIsToldToAnybody() throws Exception {
        assertThat(hub.stranger().get("/healthz").expect(200).body()).isEqualTo("ok\n");
    }

    private static String raw(String... lines) throws IOException {
        String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        URI address = URI.create(hub.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
