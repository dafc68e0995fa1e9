package dev.moka.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.lab.testing.RunningLab;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lab as its program serves it: a token to come in, and nothing for pages of other sites.
class TokenGateTest {
    @TempDir Path folder;
    private LabServer server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void start() throws IOException {
        server = LabServer.start(options("secret", "/my/lab"), RunningLab.assets(), "ann");
    }

    @AfterEach
    void stop() {
        server.close();
        browser.close();
    }

    @Test
    void withoutTheTokenThereIsOnlyAnExplanation() throws Exception {
        HttpResponse<String> page = get("lab");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("asks for its token");
        assertThat(get("lab?token=wrong").statusCode()).isEqualTo(403);
        assertThat(get("api/contents").statusCode()).isEqualTo(403);
        assertThat(cookies.getCookieStore().getCookies()).isEmpty();
    }

    @Test
    void theTokenInTheAddressBecomesACookie() throws Exception {
        assertThat(server.address()).contains("/my/lab/lab?token=secret");
        assertThat(get("lab?token=secret").statusCode()).isEqualTo(200);
        assertThat(get("api/contents").statusCode()).isEqualTo(200);
        assertThat(cookies.getCookieStore().getCookies())
                .extracting(HttpCookie::getValue)
                .doesNotContain("secret");
        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> !cookie.getName().equals("_xsrf"))
                .allMatch(HttpCookie::isHttpOnly);
    }

    @Test
    void aWriteMustRepeatTheXsrfCookie() throws Exception {
        get("lab?token=secret");
        assertThat(post("api/contents").statusCode()).isEqualTo(403);
        assertThat(post("api/contents", "X-XSRFToken", "guess").statusCode()).isEqualTo(403);
        assertThat(post("api/contents", "X-XSRFToken", xsrf()).statusCode()).isEqualTo(201);
    }

    @Test
    void aProgramSendsTheTokenWithEachRequest() throws Exception {
        assertThat(post("api/contents", "Authorization", "token secret").statusCode())
                .isEqualTo(201);
        assertThat(post("api/contents", "Authorization", "Bearer secret").statusCode())
                .isEqualTo(201);
        assertThat(post("api/contents", "Authorization", "token wrong").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPageOfAnotherSiteCannotOpenAWebSocket() throws Exception {
        assertThat(upgrade("http://evil.example", "Authorization: token secret"))
                .startsWith("HTTP/1.1 403");
        assertThat(upgrade(origin(), "Authorization: token secret")).startsWith("HTTP/1.1 101");
        assertThat(upgrade(origin(), "X-None: 0")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aNameThatPointsHereIsNotServed() throws Exception {
        String request =
                """
                GET /my/lab/api/contents HTTP/1.1
                Host: rebound.example
                Authorization: token secret
                Connection: close

                """
                        .replace("\n", "\r\n");
        assertThat(raw(request)).startsWith("HTTP/1.1 403");
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThatThrownBy(() -> LabOptions.parse(new String[] {"--port", "high"}, folder))
                .hasMessageContaining("high")
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> LabOptions.parse(new String[] {"--nope", "x"}, folder))
                .hasMessageContaining("--nope");
        assertThatThrownBy(() ->
                        LabOptions.parse(new String[] {"--host", "0.0.0.0", "--token", ""}, folder))
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("token");
        assertThatThrownBy(() -> LabOptions.parse(new String[] {"--root"}, folder))
                .hasMessageContaining("needs a value");
        assertThatThrownBy(() ->
                        LabServer.start(options("t", "/"), folder.resolve("no-jupyterlab"), "ann"))
                .hasMessageContaining("no-jupyterlab");
    }

    private LabOptions options(String token, String base) throws IOException {
        Files.createDirectories(folder.resolve("work"));
        return LabOptions.parse(
                new String[] {
                    "--root",
                    folder.resolve("work").toString(),
                    "--home",
                    folder.resolve("home").toString(),
                    "--port",
                    "0",
                    "--token",
                    token,
                    "--base-url",
                    base
                },
                folder);
    }

    private String origin() {
        return server.address().replaceFirst("/my/.*", "");
    }

    private String xsrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("_xsrf"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"file\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + "/my/lab/" + path))
                .timeout(Duration.ofSeconds(20));
    }

    private String upgrade(String origin, String header) throws IOException {
        return raw(
                """
                GET /my/lab/api/events/subscribe HTTP/1.1
                Host: %s
                Origin: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Version: 13
                %s

                """
                        .formatted(URI.create(origin()).getAuthority(), origin, header)
                        .replace("\n", "\r\n"));
    }

    /// Sends a request as it is and reads the first line of the answer.
    private String raw(String request) throws IOException {
        int port = URI.create(origin()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] first = socket.getInputStream().readNBytes(12);
            return new String(first, StandardCharsets.UTF_8);
        }
    }
}
