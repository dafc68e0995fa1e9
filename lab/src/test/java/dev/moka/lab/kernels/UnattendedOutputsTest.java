package dev.moka.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Eventually;
import dev.moka.lab.testing.Notebooks;
import dev.moka.lab.testing.Page;
import dev.moka.lab.testing.Rest;
import dev.moka.lab.testing.TestLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Outputs that come while no page is there.
@Timeout(120)
class UnattendedOutputsTest {
    private static final int LINES = 20;

    @TempDir Path folder;
    private TestLab lab;
    private Rest rest;
    private String kernel = "";
    private Path file = Path.of("");

    @BeforeEach
    void start() throws IOException {
        Path root = Files.createDirectory(folder.resolve("work"));
        file = root.resolve("a.ipynb");
        lab = TestLab.start(root, folder.resolve("run"));
        rest = lab.rest();
        Notebooks.save(rest, "a.ipynb", Notebooks.slowLines(LINES), "1 + 1");
        kernel = Notebooks.session(rest, "a.ipynb");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private Page runAndAwaitLine(String session) {
        Page page = Page.open(lab.uri(""), kernel, session);
        page.run("c1", Notebooks.slowLines(LINES));
        page.await(it -> it.content().path("text").asString("").contains("line 3"));
        return page;
    }

    @Test
    void aClosedPageLeavesItsOutputInTheFile() throws Exception {
        runAndAwaitLine("page-1").close();
        Eventually.that("the file has the last line", () -> text().contains("line " + LINES));
        assertThat(Notebooks.printed(rest, "a.ipynb", 0)).isEqualTo(Notebooks.lines(LINES));
        assertThat(Notebooks.cell(rest, "a.ipynb", 1).path("outputs")).isEmpty();
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void aReloadedPageSeesTheOutputSoFarAndLearnsHowItGoesOn() throws Exception {
        runAndAwaitLine("page-1").close();
        Eventually.that("the page has left", () -> connections() == 0);
        assertThat(Notebooks.printed(rest, "a.ipynb", 0)).startsWith(Notebooks.lines(3));
        try (Page page = Page.open(lab.uri(""), kernel, "page-2")) {
            JsonNode cell = rest.get("/moka/journal?path=a.ipynb").json().path("cells").path(0);
            assertThat(cell.path("cellId").asString()).isEqualTo("c1");
            assertThat(cell.path("state").asString()).isEqualTo("running");
            assertThat(cell.path("lastMessage").asString()).isNotEmpty();
            String id = cell.path("msgId").asString();
            page.await(it -> Page.parent(it).equals(id) && Page.isStatus(it, "idle"));
            JsonNode after = rest.get("/moka/journal?path=a.ipynb").json().path("cells").path(0);
            assertThat(after.path("outputs").path(0).path("text").asString())
                    .isEqualTo(Notebooks.lines(LINES));
        }
    }

    private int connections() {
        return rest.get("/api/kernels/" + kernel).json().path("connections").asInt();
    }

    @Test
    void aPageThatLostItsNetworkGetsWhatItMissed() {
        Page page = runAndAwaitLine("page-1");
        String id =
                page.seen().stream()
                        .map(Page::parent)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElseThrow();
        page.drop();
        String before = page.printed(id);
        try (Page again = Page.open(lab.uri(""), kernel, "page-1")) {
            again.finish(id);
            assertThat(before + again.printed(id)).isEqualTo(Notebooks.lines(LINES));
        }
    }

    @Test
    void aNotebookThatThePageHasSavedIsLeftAlone() throws Exception {
        try (Page page = Page.open(lab.uri(""), kernel, "page-1")) {
            page.finish(page.run("c2", "1 + 1"));
            Notebooks.save(rest, "a.ipynb", "edited", "1 + 1");
        }
        Eventually.that("the page has left", () -> connections() == 0);
        lab.lab().house().outputs().sweep();
        assertThat(Notebooks.cell(rest, "a.ipynb", 1).path("outputs")).isEmpty();
    }
}
