package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Nothing that one can write in an address, and no link, leads out of the workspace.
@Timeout(120)
class PathEscapeTest {
    private static final String SECRET = "the-secret-outside";

    @TempDir Path folder;
    private RunningLab lab;
    private Path outside;

    @BeforeEach
    void start() throws IOException {
        lab = new RunningLab(folder);
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.createDirectories(lab.root().resolve("in/deep"));
        Files.writeString(lab.root().resolve("in/file.txt"), "inside");
        Files.createSymbolicLink(lab.root().resolve("out"), outside);
        Files.createSymbolicLink(lab.root().resolve("in/up"), Path.of("../.."));
        Files.createSymbolicLink(
                lab.root().resolve("secret-link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(lab.root().resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(lab.root().resolve("new-link"), outside.resolve("new.txt"));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "in/../../secret.txt",
                "in/..%2f..%2fsecret.txt",
                "%2e%2e/secret.txt",
                "%2e%2e%2fsecret.txt",
                "%252e%252e/secret.txt",
                "%252e%252e%252fsecret.txt",
                "..%5csecret.txt",
                "..;/secret.txt",
                "....//secret.txt",
                "in/.%2e/.%2e/secret.txt",
                "//secret.txt",
                "%2fetc/passwd",
                "/etc/passwd",
                "out/secret.txt",
                "out",
                "in/up/secret.txt",
                "in/up/outside/secret.txt",
                "secret-link.txt",
                "loop",
                "loop/secret.txt",
                "new-link",
                "..%00/secret.txt",
                "in%00/../secret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "%ff%fe/secret.txt",
                "in/file.txt/../../../secret.txt",
                "..%c0%afsecret.txt"
            })
    void noAddressReadsWhatIsOutside(String path) throws Exception {
        for (String family :
                List.of("api/contents/", "files/", "nbconvert/html/", "api/resolvePath?path=")) {
            String reply = raw("GET /notebook/ann/demo/" + family + path + " HTTP/1.1", "");
            assertThat(reply).doesNotContain(SECRET).doesNotContain("root:");
            assertThat(reply).doesNotContain("\"path\":\"secret.txt\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../planted.txt", "%2e%2e/planted.txt", "out/planted.txt", "in/up/planted.txt",
                "new-link", "in/up/outside/planted.txt", "..%2fplanted.txt", "%2ftmp/planted.txt"
            })
    void noAddressWritesOutside(String path) throws Exception {
        String body = "{\"type\":\"file\",\"format\":\"text\",\"content\":\"planted\"}";
        raw("PUT /notebook/ann/demo/api/contents/" + path + " HTTP/1.1", body);
        raw("POST /notebook/ann/demo/api/contents/" + path + " HTTP/1.1", "{\"type\":\"file\"}");
        raw("POST /notebook/ann/demo/api/contents/" + path + " HTTP/1.1", "{\"copy_from\":\"in\"}");
        assertOutsideIsUntouched();
    }

    @Test
    void noBodyNamesWhatIsOutside() throws Exception {
        for (String there :
                List.of("../moved.txt", "out/moved.txt", "in/up/moved.txt", "/../moved.txt")) {
            Reply moved =
                    lab.call(
                            "PATCH", "/api/contents/in/file.txt", Json.object().put("path", there));
            assertThat(moved.status()).as(there).isGreaterThanOrEqualTo(400);
            Reply copied =
                    lab.call(
                            "POST",
                            "/api/contents/in",
                            Json.object().put("copy_from", there.replace("moved", "secret")));
            assertThat(copied.status()).as(there).isGreaterThanOrEqualTo(400);
        }
        assertThat(lab.root().resolve("in/file.txt")).hasContent("inside");
        assertOutsideIsUntouched();
    }

    @Test
    void aLinkThatLeadsOutIsDeletedAndNotWhatItPointsTo() throws Exception {
        assertThat(lab.call("DELETE", "/api/contents/out", null).status()).isEqualTo(204);
        assertThat(lab.root().resolve("out")).doesNotExist();
        assertOutsideIsUntouched();
    }

    @Test
    void linksThatStayInsideAreFollowedAndOthersAreNotListed() throws Exception {
        Files.createSymbolicLink(lab.root().resolve("short"), Path.of("in/deep"));
        Files.writeString(lab.root().resolve("in/deep/x.txt"), "found");
        assertThat(lab.get("/api/contents/short/x.txt").json().path("content").asString())
                .isEqualTo("found");
        assertThat(lab.get("/api/contents").json().path("content").valueStream())
                .extracting(model -> model.path("name").asString())
                .containsExactlyInAnyOrder("in", "short");
    }

    @Test
    void pipesAndDevicesAreNotOpened() throws Exception {
        Path pipe = lab.root().resolve("pipe");
        Process make = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(make.waitFor()).isZero();
        assertThat(lab.get("/api/contents/pipe").status()).isEqualTo(400);
        assertThat(lab.get("/files/pipe").status()).isEqualTo(400);
        assertThat(lab.get("/api/contents/pipe?content=0&hash=1").status()).isEqualTo(400);
        ObjectNode body =
                Json.object().put("type", "file").put("format", "text").put("content", "x");
        assertThat(lab.call("PUT", "/api/contents/pipe", body).status()).isEqualTo(400);
    }

    @Test
    void aFolderThatBecomesALinkMeanwhileLeadsNowhere() throws Exception {
        Path swapped = Files.createDirectories(lab.root().resolve("swap"));
        Files.writeString(swapped.resolve("secret.txt"), "harmless");
        Path aside = folder.resolve("aside");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger swaps = new AtomicInteger();
        Thread swapper =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!done.get()) {
                                swap(swapped, aside);
                                swaps.incrementAndGet();
                            }
                        });
        try {
            ObjectNode body = Json.object().put("type", "file").put("format", "text");
            for (int i = 0; i < 300; i++) {
                assertThat(lab.get("/api/contents/swap/secret.txt").text()).doesNotContain(SECRET);
                assertThat(lab.get("/files/swap/secret.txt").text()).doesNotContain(SECRET);
                lab.call("PUT", "/api/contents/swap/new.txt", body.put("content", "planted"));
                lab.call("DELETE", "/api/contents/swap/new.txt", null);
            }
        } finally {
            done.set(true);
            swapper.join();
        }
        assertThat(swaps).hasValueGreaterThan(100);
        assertThat(swapped.resolve("secret.txt")).hasContent("harmless");
        assertOutsideIsUntouched();
    }

    private void swap(Path swapped, Path aside) {
        try {
            Files.move(swapped, aside);
            Files.createSymbolicLink(swapped, outside);
            Files.delete(swapped);
            Files.move(aside, swapped);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aThousandRandomPathsStayInside() throws Exception {
        Random random = new Random(20261124);
        List<String> parts =
                List.of(
                        "..",
                        ".",
                        "in",
                        "deep",
                        "out",
                        "up",
                        "secret.txt",
                        "file.txt",
                        "loop",
                        "%2e%2e",
                        "%2f",
                        "%5c",
                        "%00",
                        "%252e",
                        "",
                        "outside",
                        "run",
                        "~",
                        "...",
                        "..%2f",
                        "new-link",
                        "%c0%af",
                        "new");
        String body = "{\"type\":\"file\",\"format\":\"text\",\"content\":\"planted\"}";
        for (int i = 0; i < 1000; i++) {
            StringBuilder path = new StringBuilder();
            int length = 1 + random.nextInt(6);
            for (int j = 0; j < length; j++) {
                path.append(parts.get(random.nextInt(parts.size())));
                path.append(random.nextInt(4) == 0 ? "" : "/");
            }
            String method = List.of("GET", "PUT", "POST", "DELETE").get(random.nextInt(4));
            String request = method + " /notebook/ann/demo/api/contents/" + path + " HTTP/1.1";
            String reply = raw(request, method.equals("PUT") ? body : "");
            assertThat(reply).as(request).doesNotContain(SECRET).startsWith("HTTP/1.1 ");
        }
        assertOutsideIsUntouched();
    }

    private void assertOutsideIsUntouched() throws IOException {
        assertThat(outside).isDirectoryNotContaining(path -> !path.endsWith("secret.txt"));
        assertThat(outside.resolve("secret.txt")).hasContent(SECRET);
        assertThat(folder)
                .isDirectoryNotContaining(path ->
                        !List.of("work", "run", "labextensions", "outside", "secret.txt")
                                .contains(path.getFileName().toString()));
        assertThat(Path.of("/tmp/planted.txt")).doesNotExist();
    }

    /// Sends the request line as it is: an HTTP client would tidy the path.
    private String raw(String requestLine, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lab.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head =
                    "%s\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                            .formatted(requestLine, bytes.length);
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
