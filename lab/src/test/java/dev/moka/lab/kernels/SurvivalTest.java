package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Eventually;
import dev.moka.lab.testing.LabProcess;
import dev.moka.lab.testing.Notebooks;
import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left of a running cell when the lab's process is killed.
@Timeout(180)
class SurvivalTest {
    private static final int LINES = 60;

    @TempDir Path folder;
    private Path root;
    private Path home;

    @BeforeEach
    void folders() throws IOException {
        root = Files.createDirectory(folder.resolve("work"));
        home = Files.createDirectory(folder.resolve("home"));
    }

    @Test
    void aNewLabTakesTheKernelBackAndTheSamePageGetsTheRestOfTheOutput() throws Exception {
        String kernel;
        String id;
        String before;
        LabProcess first = LabProcess.start(root, home);
        Notebooks.save(first.rest(), "a.ipynb", Notebooks.slowLines(LINES));
        kernel = Notebooks.session(first.rest(), "a.ipynb");
        Page page = Page.open(first.address(), kernel, "page-1");
        id = page.run("c1", Notebooks.slowLines(LINES));
        page.await(it -> it.content().path("text").asString("").contains("line 5"));
        first.kill();
        page.awaitEnd();
        before = page.printed(id);
        try (LabProcess second = LabProcess.start(root, home)) {
            assertThat(second.rest().get("/api/sessions").json().toString())
                    .contains("a.ipynb")
                    .contains(kernel);
            try (Page again = Page.open(second.address(), kernel, "page-1")) {
                again.finish(id);
                assertThat(before + again.printed(id)).isEqualTo(Notebooks.lines(LINES));
                again.finish(again.run("c2", "1"));
            }
        }
    }

    @Test
    void aPageThatOpensTheNotebookAnewFindsAllOutputOnce() throws Exception {
        LabProcess first = LabProcess.start(root, home);
        Notebooks.save(first.rest(), "a.ipynb", Notebooks.slowLines(LINES));
        String kernel = Notebooks.session(first.rest(), "a.ipynb");
        Page page = Page.open(first.address(), kernel, "page-1");
        page.run("c1", Notebooks.slowLines(LINES));
        page.await(it -> it.content().path("text").asString("").contains("line 5"));
        first.kill();
        try (LabProcess second = LabProcess.start(root, home)) {
            Rest rest = second.rest();
            assertThat(Notebooks.printed(rest, "a.ipynb", 0)).startsWith(Notebooks.lines(5));
            Eventually.that(
                    "the cell ends",
                    () -> Notebooks.printed(rest, "a.ipynb", 0).contains("line " + LINES));
            assertThat(Notebooks.printed(rest, "a.ipynb", 0)).isEqualTo(Notebooks.lines(LINES));
            assertThat(Notebooks.cell(rest, "a.ipynb", 0).path("execution_count").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aKernelThatEndedWhileNoLabWasThereLeavesItsOutputInTheNotebook() throws Exception {
        LabProcess first = LabProcess.start(root, home);
        Notebooks.save(first.rest(), "a.ipynb", Notebooks.slowLines(LINES));
        String kernel = Notebooks.session(first.rest(), "a.ipynb");
        Page page = Page.open(first.address(), kernel, "page-1");
        page.run("c1", Notebooks.slowLines(LINES));
        page.await(it -> it.content().path("text").asString("").contains("line 5"));
        first.kill();
        killKernel();
        try (LabProcess second = LabProcess.start(root, home)) {
            assertThat(second.rest().get("/api/sessions").json()).isEmpty();
            String cell = Notebooks.cell(second.rest(), "a.ipynb", 0).path("outputs").toString();
            assertThat(cell).contains("line 5").contains("KernelDied");
        }
    }

    private void killKernel() throws Exception {
        try (var files = Files.walk(home)) {
            Path record =
                    files.filter(file -> file.endsWith("kernel.json")).findFirst().orElseThrow();
            long pid = KernelRecord.read(record.resolveSibling("")).orElseThrow().pid();
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            Eventually.that("the kernel has ended", () -> !new FoundProcess(process).isAlive());
        }
    }
}
