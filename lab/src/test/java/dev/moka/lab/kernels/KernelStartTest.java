package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Eventually;
import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The beginning and the quiet end of kernels.
@Timeout(120)
class KernelStartTest {
    @TempDir Path folder;

    private TestLab labWith(KernelSettings settings) throws IOException {
        Path root = Files.createDirectory(folder.resolve("work"));
        return TestLab.start(root, folder.resolve("run"), _ -> settings);
    }

    private static Rest.Answer start(TestLab lab) {
        return lab.rest().post("/api/kernels", Json.object().put("name", "java"));
    }

    @Test
    void aKernelThatEndsAtOnceIsReportedWithItsLastWords() throws IOException {
        Files.writeString(folder.resolve("moka-kernel.jar"), "this is no jar");
        try (TestLab lab = labWith(programIn(folder))) {
            Rest.Answer answer = start(lab);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().path("message").asString())
                    .contains("ended as soon as it was started")
                    .contains("moka-kernel.jar");
            assertThat(lab.rest().get("/api/kernels").json()).isEmpty();
        }
    }

    @Test
    void aKernelThatIsNotBuiltIsReportedWithItsPlace() throws IOException {
        try (TestLab lab = labWith(programIn(folder))) {
            assertThat(start(lab).json().path("message").asString())
                    .contains("not at " + folder.resolve("moka-kernel.jar"));
        }
    }

    private static KernelSettings programIn(Path folder) {
        return KernelSettings.with(
                new ProcessKernelLauncher(KernelProgram.in(folder), Map.of("PATH", "/usr/bin")));
    }

    @Test
    void aKernelThatNobodyUsesIsShutDownUnlessAPageIsConnected() throws Exception {
        Culling culling = new Culling(Duration.ofSeconds(2), false);
        try (TestLab lab = labWith(TestLab.kernelSettings().withCulling(culling))) {
            String used = start(lab).json().path("id").asString();
            try (Page page = Page.open(lab.uri(""), used, "page")) {
                String unused = start(lab).json().path("id").asString();
                Eventually.that(
                        "the unused kernel is gone",
                        () -> lab.rest().get("/api/kernels/" + unused).status() == 404);
                page.finish(page.run("c", "1 + 1"));
            }
        }
    }

    @Test
    void aRunFolderWithALongPathGetsItsSocketElsewhere() throws Exception {
        Path root = Files.createDirectory(folder.resolve("work"));
        Path run = folder.resolve("a-rather-long-name".repeat(8));
        try (TestLab lab = TestLab.start(root, run)) {
            String kernel = start(lab).json().path("id").asString();
            try (Page page = Page.open(lab.uri(""), kernel, "page")) {
                page.finish(page.run("c", "1 + 1"));
            }
        }
    }
}
