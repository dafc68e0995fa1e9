package dev.moka.lab.kernels;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Eventually;
import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Pages whose network is gone while their connection still looks open.
@Timeout(120)
class HalfOpenSocketTest {
    private static final Duration PACE = Duration.ofMillis(200);

    @TempDir Path folder;

    @Test
    void aPageThatAnswersNoPingsCountsAsGoneAndOneThatAnswersStays() throws Exception {
        try (TestLab lab =
                TestLab.start(
                        folder, folder.resolve(".run"), settings -> settings.withKeepAlive(PACE))) {
            Rest rest = lab.rest();
            String kernel =
                    rest.post("/api/kernels", Json.object().put("name", "java"))
                            .json()
                            .path("id")
                            .asString();
            try (Page page = Page.open(lab.uri(""), kernel, "alive");
                    Socket _ = silent(lab.uri(""), kernel)) {
                Eventually.that("both are connected", () -> connections(rest, kernel) == 2);
                Eventually.that("the silent one is gone", () -> connections(rest, kernel) == 1);
                page.finish(page.run("c1", "Thread.sleep(1500); 1"));
                assertThat(connections(rest, kernel)).isEqualTo(1);
            }
        }
    }

    private static int connections(Rest rest, String kernel) {
        return rest.get("/api/kernels/" + kernel).json().path("connections").asInt();
    }

    /// Opens a WebSocket by hand and never says anything more.
    private static Socket silent(URI lab, String kernel) throws IOException {
        Socket socket = new Socket(lab.getHost(), lab.getPort());
        socket.setSoTimeout(20_000);
        String request =
                String.join(
                        "\r\n",
                        "GET /api/kernels/%s/channels?session_id=silent HTTP/1.1".formatted(kernel),
                        "Host: " + lab.getAuthority(),
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "",
                        "");
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).endsWith("101");
        return socket;
    }
}
