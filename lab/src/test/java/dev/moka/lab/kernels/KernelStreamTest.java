package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.EventStream;
import dev.moka.lab.testing.Eventually;
import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kernels for pages whose WebSockets are blocked.
@Timeout(120)
class KernelStreamTest {
    @TempDir Path folder;
    private TestLab lab;
    private Rest rest;
    private String kernel = "";

    @BeforeEach
    void start() {
        lab = TestLab.start(folder, folder.resolve(".run"));
        rest = lab.rest();
        kernel =
                rest.post("/api/kernels", Json.object().put("name", "java"))
                        .json()
                        .path("id")
                        .asString();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aCellRunsAndAnswersByServerSentEventsAndPost() throws Exception {
        try (EventStream page = EventStream.open(lab.uri(""), kernel, "s1")) {
            String id = page.run("System.out.println(\"hello\"); 1 + 1");

            Message reply =
                    page.await(message -> message.header().msgType().equals("execute_reply"));
            assertThat(reply.content().path("status").asString()).isEqualTo("ok");
            assertThat(Page.parent(reply)).isEqualTo(id);
            assertThat(page.seen("stream").content().path("text").asString()).isEqualTo("hello\n");
            assertThat(page.seen("execute_result").content().toString()).contains("2");
        }
    }

    @Test
    void aSessionGoesOnWhereItsWebSocketLeftIt() throws Exception {
        String id;
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            page.finish(page.run("c0", "1"));
            id = page.run("c1", "Thread.sleep(500); System.out.println(\"missed\");");
            page.drop();
        }
        try (EventStream page = EventStream.open(lab.uri(""), kernel, "s1")) {
            Message missed = page.await(message -> message.header().msgType().equals("stream"));
            assertThat(Page.parent(missed)).isEqualTo(id);
            assertThat(missed.content().path("text").asString()).isEqualTo("missed\n");
        }
    }

    @Test
    void aPageThatSaysGoodByeIsNotCountedAnyMore() throws Exception {
        try (EventStream page = EventStream.open(lab.uri(""), kernel, "s1")) {
            assertThat(connections()).isEqualTo(1);
            assertThat(page.leave()).isEqualTo(204);
            Eventually.that("nobody is connected", () -> connections() == 0);
            assertThat(page.end()).contains("\"code\":1000");
        }
    }

    @Test
    void whatIsNoMessageIsRefusedWithItsReason() throws Exception {
        try (EventStream page = EventStream.open(lab.uri(""), kernel, "s1")) {
            assertThat(page.post(new byte[] {0, 0, 0, 9, 1})).contains("400", "cut off");
            assertThat(page.post(new byte[] {0, 0, 0, 1, 1})).contains("400", "Not a kernel");
        }
        String path = "/moka/kernels/%s/stream".formatted(kernel);
        assertThat(rest.get(path).status()).isEqualTo(400);
        assertThat(rest.get("/moka/kernels/none/stream?session_id=s").status()).isEqualTo(404);
    }

    private int connections() {
        return rest.get("/api/kernels/" + kernel).json().path("connections").asInt();
    }
}
