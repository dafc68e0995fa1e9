package dev.moka.lab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@Timeout(value = 5, unit = MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JupyterLabBrowserTest {
    private static final String NOTEBOOK = "notebooks/01-ten-minutes-with-java.ipynb";
    private static final double LONG = 120_000;
    private static final String TICKS =
            """
            {"nbformat": 4, "nbformat_minor": 5,
             "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"}},
             "cells": [{"id": "ticks", "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
               "source": "for (int i = 0; i < 100; i++) {\\n  System.out.println(\\"tick \\" + i);\\n  Thread.sleep(100);\\n}"}]}
            """;

    private static final String PROGRESS =
            TICKS.replaceFirst(
                    "\"source\": .*",
                    Matcher.quoteReplacement(
                            "\"source\": \"String id = display(\\\"step 0\\\");\\n"
                                    + "for (int i = 1; i < 80; i++) {\\n  Thread.sleep(100);\\n"
                                    + "  updateDisplay(id, \\\"step \\\" + i);\\n}\"}]}"));

    /// As behind a proxy that knows no WebSockets.
    private static final String NO_WEBSOCKETS =
            """
            window.WebSocket = new Proxy(WebSocket, {
                construct: (target, [url, protocols]) => new target(url.replace('/notebook/', '/blocked/'), protocols)
            });
            """;

    private Path workspace;
    private Chromium chromium;
    private HostedLab lab;
    private BrowserContext context;
    private Page page;
    private PageWatch watch;
    private NotebookPage notebook;

    @BeforeAll
    void startBrowserAndLab(@TempDir Path temp) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = Chromium.launch();
        workspace = Files.createDirectory(temp.resolve("work"));
        copy(Path.of(System.getProperty("moka.root"), "notebooks"), workspace.resolve("notebooks"));
        lab = HostedLab.start(workspace, Files.createDirectory(temp.resolve("run")));
    }

    @AfterAll
    void end() {
        if (lab != null) {
            lab.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openBrowser() {
        context = chromium.context(ColorScheme.LIGHT);
        show(context.newPage());
    }

    @AfterEach
    void closeBrowser() {
        try {
            watch.assertQuiet();
        } finally {
            context.close();
        }
    }

    private void show(Page next) {
        page = next;
        page.setDefaultTimeout(30_000);
        watch = PageWatch.of(page);
        notebook = new NotebookPage(page);
    }

    @Test
    void theLauncherOffersJavaAndTheTutorials() {
        page.navigate(lab.address("lab?reset"));

        assertThat(tile("Notebook", "Java")).isVisible();
        assertThat(tile("Tutorials", "Ten minutes with Java")).isVisible();
        assertThat(tile("Other", "Java File")).isVisible();
        notebook.picture("launcher-light");

        tile("Tutorials", "Ten minutes with Java").click();
        notebook.awaitReady();
        assertThat(page.locator(".jp-Notebook h1").first()).containsText("Ten minutes with Java");
    }

    @Test
    void theStatusBarShowsTheInstanceAndTheWayBack() {
        page.navigate(lab.address("lab?reset"));

        Locator item = page.locator(".moka-Instance");
        assertThat(item).containsText("ml.t3.medium");
        assertThat(item).containsText("0.6 of 4 GiB");
        assertThat(item).containsText("$0.17");
        item.click();
        assertThat(page.locator(".moka-Details")).containsText("$0.05 an hour");
        assertThat(page.locator(".moka-Details a")).hasAttribute("href", "/");
        assertThat(page.locator("a.moka-HubLink")).hasText("My instances");
        notebook.picture("instance-details");
        page.keyboard().press("Escape");
    }

    @Test
    void theThemeFollowsTheSystem() {
        context.close();
        context = chromium.context(ColorScheme.DARK);
        show(context.newPage());

        page.navigate(lab.address("lab?reset"));

        assertThat(tile("Tutorials", "Ten minutes with Java")).isVisible();
        assertThat(page.locator("body")).hasAttribute("data-jp-theme-name", "Moka Dark");
        notebook.picture("launcher-dark");
    }

    @Test
    void notebook01RunsAndItsOutputsAreThereAfterAReload() throws IOException {
        long start = System.nanoTime();
        page.navigate(lab.address("lab/tree/" + NOTEBOOK + "?reset"));
        notebook.awaitReady();
        System.out.printf(
                "page open to notebook editable with its kernel idle: %d ms%n",
                (System.nanoTime() - start) / 1_000_000);

        notebook.choose("Run", "Run All Cells");
        notebook.awaitAllRun(LONG);

        assertThat(notebook.states()).as(notebook.outputs()).containsOnly("done");
        notebook.scrollTo("Table.read()");
        assertThat(page.locator(".jp-OutputArea-output table").first()).containsText("Torgersen");
        notebook.picture("notebook-table");
        notebook.scrollTo("scatter(measured, \"bill_length_mm\"");
        assertThat(page.locator(".jp-OutputArea-output img").first()).isVisible();
        notebook.picture("notebook-chart");

        notebook.save();
        assertThat(Files.readString(workspace.resolve(NOTEBOOK)))
                .contains("image/png", "PASS: 344");
        page.reload();
        notebook.awaitReady();
        assertThat(notebook.outputs()).contains("image/png", "text/html", "PASS: 344");
        assertThat(notebook.isDirty()).isFalse();
    }

    @Test
    void aBusyLoopStopsAtTheStopButtonAndTheKernelGoesOn() {
        page.navigate(lab.address("lab?reset"));
        tile("Notebook", "Java").click();
        notebook.awaitReady();
        page.locator(".jp-CodeCell .cm-content").first().click();

        runTyped("int kept = 42;");
        assertThat(page.locator(".jp-InputPrompt").first()).containsText("1");
        runTyped("while (true) {}");
        assertThat(page.locator(".jp-InputPrompt").nth(1)).containsText("*");
        assertThat(page.locator(".jp-Notebook-ExecutionIndicator"))
                .hasAttribute("data-status", "busy");
        page.locator("[data-command='notebook:interrupt-kernel']").click();
        assertThat(page.locator(".jp-InputPrompt").nth(1)).containsText("2");

        page.locator(".jp-CodeCell .cm-content").nth(2).click();
        runTyped("\"still \" + kept");
        assertThat(page.locator(".jp-OutputArea-output").last()).containsText("still 42");
        notebook.picture("interrupted");
    }

    @Test
    void aCellThatRunsWhenItsTabIsClosedGoesOnShowingInTheNext() throws IOException {
        Files.writeString(workspace.resolve("ticks.ipynb"), TICKS);
        page.navigate(lab.address("lab/tree/ticks.ipynb?reset"));
        notebook.awaitReady();
        notebook.choose("Run", "Run All Cells");
        assertThat(page.locator(".jp-OutputArea-output").first()).containsText("tick 3");

        page.close();
        show(context.newPage());
        page.navigate(lab.address("lab/tree/ticks.ipynb?reset"));

        assertThat(page.locator(".jp-InputPrompt").first()).containsText("*");
        assertThat(page.locator(".jp-OutputArea-output").first()).containsText("tick 99");
        assertThat(page.locator(".jp-InputPrompt").first()).containsText("1");
        assertThat(page.locator(".jp-OutputArea-output").first().innerText().strip().lines())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj("tick %d"::formatted).toList());
        notebook.picture("next-tab");
        notebook.save();
    }

    @Test
    void aDisplayThatIsUpdatedGoesOnChangingInTheNextTab() throws IOException {
        Files.writeString(workspace.resolve("progress.ipynb"), PROGRESS);
        page.navigate(lab.address("lab/tree/progress.ipynb?reset"));
        notebook.awaitReady();
        notebook.choose("Run", "Run All Cells");
        assertThat(page.locator(".jp-OutputArea-output").first()).containsText("step 3");

        page.close();
        show(context.newPage());
        page.navigate(lab.address("lab/tree/progress.ipynb?reset"));

        assertThat(page.locator(".jp-InputPrompt").first()).containsText("*");
        assertThat(page.locator(".jp-OutputArea-output").first()).containsText("step 79");
        assertThat(page.locator(".jp-OutputArea-output")).hasCount(1);
        notebook.save();
    }

    @Test
    void cellsRunAndPrintWhereWebSocketsAreBlocked() {
        context.addInitScript(NO_WEBSOCKETS);
        watch.expect("WebSocket connection to .*/blocked/.* failed");
        page.navigate(lab.address("lab?reset"));
        tile("Notebook", "Java").click();
        notebook.awaitReady();
        page.locator(".jp-CodeCell .cm-content").first().click();

        runTyped("System.out.println(\"through \" + \"the proxy\");");
        assertThat(page.locator(".jp-OutputArea-output").first()).containsText("through the proxy");
        runTyped("6 * 7");
        assertThat(page.locator(".jp-OutputArea-output").nth(1)).containsText("42");
        assertThat(page.locator(".jp-InputPrompt").nth(1)).containsText("2");
    }

    private void runTyped(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Shift+Enter");
    }

    private Locator tile(String section, String label) {
        return page.locator(".jp-LauncherCard[data-category='%s']".formatted(section))
                .filter(new Locator.FilterOptions().setHasText(label));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
