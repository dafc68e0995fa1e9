package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hubs that are reached under other names than this machine's own: behind a proxy, on a network.
class PublicAddressTest {
    private static final String PROXIED = "moka.example.com";

    @TempDir private Path home;

    private Hub start(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(
                List.of(
                        "--home",
                        home.toString(),
                        "--port",
                        "0",
                        "--root",
                        TestHub.ROOT.toString()));
        return Hub.start(HubConfig.parse(words, Map.of("PATH", System.getenv("PATH"))));
    }

    @Test
    void behindAProxyItAnswersForThePublicNameAndThisMachineOnly() throws Exception {
        try (Hub hub = start("--public-url", "https://moka.example.com/")) {
            assertThat(hub.address()).isEqualTo("https://moka.example.com");
            for (String host : List.of(PROXIED, PROXIED + ":443", "localhost:1", "[::1]:1")) {
                assertThat(ask(hub, "GET /healthz", host)).as(host).startsWith("HTTP/1.1 200");
            }
            assertThat(ask(hub, "GET /healthz", "other.example.com"))
                    .startsWith("HTTP/1.1 403")
                    .contains("other.example.com", "--allow-host");
        }
    }

    @Test
    void behindAProxyThatSpeaksTlsCookiesAreSecure() throws Exception {
        try (Hub hub = start("--public-url", "https://moka.example.com")) {
            String page = ask(hub, "GET /sign-in", PROXIED);
            assertThat(page)
                    .containsPattern("(?i)Set-Cookie: _xsrf=[^\\r]*; *Secure")
                    .contains("Strict-Transport-Security: max-age=");

            String signedIn = welcome(hub, PROXIED, "https://moka.example.com");

            assertThat(signedIn).startsWith("HTTP/1.1 200");
            assertThat(sessionCookie(signedIn)).contains("Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void withoutTlsCookiesAreNotSecureForTheyWouldNotComeBack() throws Exception {
        try (Hub hub = start()) {
            String signedIn = welcome(hub, "localhost", "http://localhost");

            assertThat(sessionCookie(signedIn)).contains("HttpOnly").doesNotContain("Secure");
            assertThat(signedIn).doesNotContain("Strict-Transport-Security");
        }
    }

    @Test
    void aWriteOfAnotherOriginIsRefusedAlsoBehindAProxy() throws Exception {
        try (Hub hub = start("--public-url", "https://moka.example.com")) {
            assertThat(welcome(hub, PROXIED, "https://evil.example.com"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void webSocketsOpenFromThePublicOriginAndFromNoOther() throws Exception {
        try (Hub hub = start("--public-url", "https://moka.example.com")) {
            String cookie = cookieOf(welcome(hub, PROXIED, "https://moka.example.com"));
            instance(hub, cookie);
            String events = "GET /notebook/admin/demo/api/events/subscribe";

            assertThat(upgrade(hub, events, cookie, "https://moka.example.com"))
                    .startsWith("HTTP/1.1 101");
            assertThat(upgrade(hub, events, cookie, "https://evil.example.com"))
                    .startsWith("HTTP/1.1 403");
            assertThat(upgrade(hub, events, cookie, "http://localhost")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void furtherNamesAreAllowedByOption() throws Exception {
        try (Hub hub = start("--allow-host", "lab.internal, Moka.LAN")) {
            assertThat(ask(hub, "GET /healthz", "lab.internal:8888")).startsWith("HTTP/1.1 200");
            assertThat(ask(hub, "GET /healthz", "moka.lan")).startsWith("HTTP/1.1 200");
            assertThat(ask(hub, "GET /healthz", "127.0.0.1")).startsWith("HTTP/1.1 200");
            assertThat(ask(hub, "GET /healthz", "else.internal")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void onEveryNetworkItAnswersUnderAnyNameButKeepsOtherOriginsOut() throws Exception {
        try (Hub hub = start("--host", "0.0.0.0")) {
            assertThat(hub.address()).isEqualTo("http://localhost:" + hub.port());
            String address = outerAddress().orElse("127.0.0.1");
            assertThat(ask(address, hub.port(), "GET /healthz", address + ":" + hub.port()))
                    .startsWith("HTTP/1.1 200");
            assertThat(ask(hub, "GET /healthz", "whatever.lan")).startsWith("HTTP/1.1 200");
            assertThat(welcome(hub, "whatever.lan", "http://evil.example.com"))
                    .startsWith("HTTP/1.1 403");
            assertThat(welcome(hub, "whatever.lan", "http://whatever.lan"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void onEveryNetworkWithNamesItAnswersForThoseOnly() throws Exception {
        try (Hub hub = start("--host", "0.0.0.0", "--allow-host", "moka.lan")) {
            assertThat(ask(hub, "GET /healthz", "moka.lan")).startsWith("HTTP/1.1 200");
            assertThat(ask(hub, "GET /healthz", "rebound.example")).startsWith("HTTP/1.1 403");
        }
    }

    private static Optional<String> outerAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(address -> address.getHostAddress())
                .findFirst();
    }

    /// Uses the one-time link from a page of an origin.
    private static String welcome(Hub hub, String host, String origin) throws IOException {
        String token = hub.firstLink().orElseThrow().token();
        String body = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, TestHub.PASSWORD);
        return post(hub, "/api/v1/welcome", host, "", body, "Origin: " + origin);
    }

    private static void instance(Hub hub, String cookie) throws Exception {
        String body = "{\"name\":\"demo\",\"instanceType\":\"ml.t3.medium\"}";
        assertThat(post(hub, "/api/v1/instances", PROXIED, cookie, body))
                .startsWith("HTTP/1.1 201");
        String log = "GET /api/v1/instances/admin/demo/starts/1/log?position=100000&wait=1";
        String seen = "";
        for (int i = 0; i < 60 && !seen.contains("InService"); i++) {
            ask(hub, log, PROXIED, "Cookie: " + cookie);
            seen = ask(hub, "GET /api/v1/instances/admin/demo", PROXIED, "Cookie: " + cookie);
        }
        assertThat(seen).contains("InService");
    }

    private static String post(
            Hub hub, String path, String host, String cookie, String body, String... headers)
            throws IOException {
        String xsrf = "x".repeat(40);
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Cookie: _xsrf=%s%s".formatted(xsrf, cookie.isEmpty() ? "" : "; " + cookie));
        all.add("X-XSRFToken: " + xsrf);
        all.add("Content-Type: application/json");
        all.add("Content-Length: " + body.length());
        return ask(hub, "POST " + path, host, body, all);
    }

    private static String upgrade(Hub hub, String request, String cookie, String origin)
            throws IOException {
        List<String> headers =
                List.of(
                        "Cookie: " + cookie,
                        "Origin: " + origin,
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        try (Socket socket = send("127.0.0.1", hub.port(), request, PROXIED, "Upgrade", headers)) {
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    private static String sessionCookie(String answer) {
        return answer.lines()
                .filter(line ->
                        line.toLowerCase(java.util.Locale.ROOT)
                                .startsWith("set-cookie: moka-session"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    private static String cookieOf(String answer) {
        String line = sessionCookie(answer);
        return line.substring(line.indexOf(':') + 2, line.indexOf(';'));
    }

    private static String ask(Hub hub, String request, String host, String... headers)
            throws IOException {
        return ask(hub, request, host, "", List.of(headers));
    }

    private static String ask(
            Hub hub, String request, String host, String body, List<String> headers)
            throws IOException {
        try (Socket socket = send("127.0.0.1", hub.port(), request, host, "close", headers)) {
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String ask(String address, int port, String request, String host)
            throws IOException {
        try (Socket socket = send(address, port, request, host, "close", List.of())) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket send(
            String address,
            int port,
            String request,
            String host,
            String connection,
            List<String> headers)
            throws IOException {
        Socket socket = new Socket(address, port);
        socket.setSoTimeout(20_000);
        List<String> lines = new ArrayList<>();
        lines.add(request + " HTTP/1.1");
        lines.add("Host: " + host);
        lines.add("Connection: " + connection);
        lines.addAll(headers);
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }
}
