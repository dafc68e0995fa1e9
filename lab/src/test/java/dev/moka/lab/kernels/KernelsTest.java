package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class KernelsTest {
    @TempDir Path folder;
    private TestLab lab;
    private Rest rest;

    @BeforeEach
    void start() {
        lab = TestLab.start(folder, folder.resolve(".run"));
        rest = lab.rest();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private String startKernel() {
        Rest.Answer made = rest.post("/api/kernels", Json.object().put("name", "java"));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    @Test
    void aCellRunsAndItsOutputReachesThePage() {
        String kernel = startKernel();
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            String id = page.run("c1", "System.out.println(\"hello\"); 1 + 1");
            Message reply = page.finish(id);
            assertThat(reply.content().path("status").asString()).isEqualTo("ok");
            assertThat(page.printed(id)).isEqualTo("hello\n");
        }
        JsonNode model = rest.get("/api/kernels/" + kernel).json();
        assertThat(model.path("execution_state").asString()).isEqualTo("idle");
    }

    @Test
    void repliesGoToWhoAskedAndOutputGoesToAll() {
        String kernel = startKernel();
        try (Page one = Page.open(lab.uri(""), kernel, "s1");
                Page two = Page.open(lab.uri(""), kernel, "s2")) {
            String id = one.run("c1", "System.out.println(\"both\")");
            one.finish(id);
            two.await(message -> Page.parent(message).equals(id) && Page.isStatus(message, "idle"));
            assertThat(two.printed(id)).isEqualTo("both\n");
            String other = two.run("c2", "2");
            two.finish(other);
            assertThat(two.sawNo(it -> it.channel() == Channel.SHELL && Page.parent(it).equals(id)))
                    .isTrue();
        }
    }

    @Test
    void aRestartKeepsTheIdAndForgetsTheVariables() {
        String kernel = startKernel();
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            page.finish(page.run("c1", "int x = 42;"));
            assertThat(rest.post("/api/kernels/" + kernel + "/restart", Json.object()).status())
                    .isEqualTo(200);
            Message reply = page.finish(page.run("c2", "x"));
            assertThat(reply.content().path("status").asString()).isEqualTo("error");
        }
    }

    @Test
    void aBusyCellIsInterrupted() {
        String kernel = startKernel();
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            String id = page.run("c1", "System.out.println(\"on\"); while (true) { }");
            page.await(it -> it.header().msgType().equals("stream"));
            assertThat(rest.post("/api/kernels/" + kernel + "/interrupt", Json.object()).status())
                    .isEqualTo(204);
            Message reply = page.finish(id);
            assertThat(reply.content().path("status").asString()).isEqualTo("error");
        }
    }

    @Test
    void aKilledKernelSaysSoInTheCellAndComesBack() {
        String kernel = startKernel();
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            String id = page.run("c1", "Thread.sleep(60_000)");
            page.await(it -> it.header().msgType().equals("execute_input"));
            long pid = lab.lab().house().kernels().find(kernel).orElseThrow().record().pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            Message reply = page.finish(id);
            assertThat(reply.content().path("evalue").asString())
                    .contains("kill -9")
                    .contains("4 GiB");
            page.await(it -> Page.isStatus(it, "restarting"));
            Message next = page.finish(page.run("c2", "1 + 1"));
            assertThat(next.content().path("status").asString()).isEqualTo("ok");
        }
    }
}
