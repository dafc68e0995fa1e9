package dev.moka.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the end of a hub does to those who use it.
@Timeout(60)
class EndTest {
    @TempDir private Path home;

    @Test
    void aSaveThatIsUnderWayIsFinishedAndNoNewOneIsTaken() throws Exception {
        TestHub hub = TestHub.start(home);
        Person admin = hub.admin();
        String token = admin.post("/api/v1/tokens", "{'label':'x'}").expect(201).text("secret");
        admin.post("/api/v1/instances", "{'name':'demo','instanceType':'ml.t3.medium'}")
                .expect(201);
        admin.awaitStatus("admin/demo", "InService");
        URI address = URI.create(hub.address());
        String body = "{\"type\":\"file\",\"format\":\"text\",\"content\":\"precious\"}";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head =
                    String.join(
                            "\r\n",
                            "PUT /notebook/admin/demo/api/contents/a.txt HTTP/1.1",
                            "Host: localhost",
                            "Authorization: token " + token,
                            "Content-Type: application/json",
                            "Content-Length: " + body.length(),
                            "Expect: 100-continue",
                            "Connection: close",
                            "",
                            "");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            InputStream in = socket.getInputStream();
            // The hub says so when it begins to read.
            assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 100");

            Thread end = Thread.ofPlatform().start(hub::close);
            awaitRefusal(address);
            socket.getOutputStream().write(body.getBytes(UTF_8));

            assertThat(new String(in.readAllBytes(), UTF_8)).contains("HTTP/1.1 201");
            end.join(Duration.ofSeconds(20));
        }
        assertThat(TestHub.work(home, "admin", "demo").resolve("a.txt")).hasContent("precious");
    }

    @Test
    void whoNeverFinishesDoesNotKeepTheHub() throws Exception {
        TestHub hub = TestHub.start(home);
        URI address = URI.create(hub.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head =
                    String.join(
                            "\r\n",
                            "POST /api/v1/sign-in HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Content-Length: 10",
                            "Expect: 100-continue",
                            "",
                            "");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8)).contains("100");
            Instant before = Instant.now();

            hub.close();

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static void awaitRefusal(URI address) throws Exception {
        Instant end = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(end)) {
            try (Socket _ = new Socket(address.getHost(), address.getPort())) {
                Thread.onSpinWait();
            } catch (ConnectException e) {
                return;
            }
        }
        throw new AssertionError("the hub still takes connections");
    }
}
