package dev.moka.algorithms.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final int LIMIT = 100;

    private HttpServer server;
    private URI uri;

    @BeforeEach
    void start() throws IOException {
        server =
                HttpServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        LIMIT,
                        HttpServerTest::echo);
        uri = URI.create("http://127.0.0.1:" + server.where() + "/echo?x=1");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aClientGetsItsAnswers() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (String body : List.of("one", "two", "")) {
                var request = java.net.http.HttpRequest.newBuilder(uri);
                var reply =
                        client.send(
                                request.POST(BodyPublishers.ofString(body)).build(),
                                BodyHandlers.ofString());
                assertThat(reply.body()).isEqualTo("POST /echo " + body);
            }
        }
    }

    @Test
    void chunksAndExpectationsAreUnderstood() throws IOException {
        String reply =
                raw(
                        """
                        POST /a HTTP/1.1\r
                        Transfer-Encoding: chunked\r
                        Expect: 100-continue\r
                        Connection: close\r
                        \r
                        3\r
                        abc\r
                        2;x=y\r
                        de\r
                        0\r
                        \r
                        """);
        assertThat(reply)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith("POST /a abcde");
    }

    @Test
    void twoRequestsMayComeInOnePacket() throws IOException {
        String one = "POST /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nx";
        String two = "POST /b HTTP/1.1\r\nContent-Length: 1\r\nConnection: close\r\n\r\ny";
        assertThat(raw(one + two)).contains("POST /a x").endsWith("POST /b y");
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() throws IOException {
        assertThat(raw("POST /a HTTP/1.1\r\nContent-Length: 101\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .endsWith("exceeds the capacity limit of 100 bytes.");
        assertThat(raw("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void nonsenseIsRefused() throws IOException {
        assertThat(raw("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw("GET / HTTP/1.1\r\nno colon\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aUnixDomainSocketWorksAsWell() throws IOException {
        Path folder = Files.createTempDirectory("moka");
        var address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (HttpServer local = HttpServer.start(address, LIMIT, HttpServerTest::echo);
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(local.where()).isEqualTo(folder.resolve("s").toString());
            channel.connect(address);
            channel.write(ByteBuffer.wrap("GET /ping HTTP/1.1\r\n\r\n".getBytes(UTF_8)));
            ByteBuffer reply = ByteBuffer.allocate(1000);
            channel.read(reply);
            assertThat(new String(reply.array(), 0, reply.position(), UTF_8)).contains("GET /ping");
        } finally {
            Files.deleteIfExists(folder.resolve("s"));
            Files.deleteIfExists(folder);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static HttpResponse echo(HttpRequest request) {
        return HttpResponse.text(
                HttpResponse.OK,
                request.method() + " " + request.path() + " " + new String(request.body(), UTF_8));
    }
}
