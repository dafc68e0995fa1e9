package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kernels whose memory is used up.
@Timeout(120)
class OutOfMemoryTest {
    private static final long MIB = 1L << 20;

    @TempDir Path folder;
    private TestLab lab;
    private Rest rest;
    private String kernel = "";

    @BeforeEach
    void start() {
        KernelResources small = new KernelResources(1, 256 * MIB);
        lab =
                TestLab.start(
                        folder,
                        folder.resolve(".run"),
                        settings -> settings.withResources(() -> small));
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
    void aCellThatTakesTooMuchFailsWithAHintAndTheKernelGoesOn() {
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            page.finish(page.run("c0", "int kept = 42;"));
            String id =
                    page.run(
                            "c1",
                            """
                            {
                                var all = new java.util.ArrayList<long[]>();
                                while (true) {
                                    all.add(new long[1 << 20]);
                                }
                            }
                            """);

            Message reply = page.finish(id);

            assertThat(reply.content().path("ename").asString()).contains("OutOfMemoryError");
            assertThat(reply.content().path("traceback").toString())
                    .contains("memory is full", "larger instance");
            Message after = page.finish(page.run("c2", "kept + 1"));
            assertThat(after.content().path("status").asString()).isEqualTo("ok");
        }
    }

    @Test
    void aVariableThatFillsTheHeapIsReportedAndFreedByARestart() {
        try (Page page = Page.open(lab.uri(""), kernel, "s1")) {
            page.finish(page.run("c0", "var all = new java.util.ArrayList<long[]>();"));
            String id = page.run("c1", "while (true) { all.add(new long[1 << 16]); }");

            Message reply = page.finish(id);

            assertThat(reply.content().toString())
                    .containsAnyOf("memory is full", "more than its 256 MiB of memory");
            assertThat(rest.post("/api/kernels/" + kernel + "/restart", Json.object()).status())
                    .isEqualTo(200);
            Message after = page.finish(page.run("c2", "1 + 1"));
            assertThat(after.content().path("status").asString()).isEqualTo("ok");
        }
    }

    @Test
    void aKernelThatEndedForWantOfMemoryHasThatAsItsReason(@TempDir Path run) throws IOException {
        Files.writeString(
                run.resolve(KernelLaunch.LOG),
                "Exception in thread \"loop\" java.lang.OutOfMemoryError: Java heap space\n");

        assertThat(KernelEnd.reason(OptionalInt.of(1), run, new KernelResources(1, 256 * MIB)))
                .contains("more than its 256 MiB of memory", "Variables are gone");
    }
}
