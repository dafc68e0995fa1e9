package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.TestLab;
import dev.moka.protocol.jupyter.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A page that does not read.
@Timeout(180)
class SlowPageTest {
    private static final int LINES = 20_000;

    @TempDir Path folder;

    @Test
    void aPageThatDoesNotReadHoldsNobodyUpAndLosesNothing() {
        try (TestLab lab = TestLab.start(folder, folder.resolve(".run"))) {
            String kernel =
                    lab.rest().post("/api/kernels", Json.object()).json().path("id").asString();
            try (Page slow = Page.openPaused(lab.uri(""), kernel, "slow");
                    Page fast = Page.open(lab.uri(""), kernel, "fast")) {
                String id =
                        fast.run(
                                "c",
                                "String line = \"x\".repeat(999); for (int i = 0; i < %d; i++) System.out.println(line);"
                                        .formatted(LINES));
                assertThat(fast.finish(id).content().toString()).contains("\"ok\"");
                assertThat(fast.printed(id)).hasSize(LINES * 1000);
                slow.resume();
                slow.await(it -> Page.parent(it).equals(id) && Page.isStatus(it, "idle"));
                assertThat(slow.printed(id)).hasSize(LINES * 1000);
            }
        }
    }
}
