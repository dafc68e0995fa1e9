package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.moka.hub.TestHub;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The whole promise, as a person has it: from the one-time link of a fresh home to the outputs of
/// notebook 01, which are there again after the hub was stopped and started.
@Tag("browser")
@Timeout(300)
@EnabledIf(value = "hasChromium", disabledReason = "there is no chromium on the PATH")
class FirstNotebookTest {
    private static final String NOTEBOOK = "notebooks/01-ten-minutes-with-java.ipynb";
    private static final String LAB = "/notebook/admin/first/lab/tree/" + NOTEBOOK;

    @TempDir private Path home;

    static boolean hasChromium() {
        return HubInBrowser.chromium().isPresent();
    }

    @Test
    void fromTheFirstLinkToTheFirstNotebookAndBackAfterARestart() throws Exception {
        try (HubInBrowser browser = new HubInBrowser(home)) {
            try (BrowserContext window = browser.window(Look.LIGHT)) {
                Page page = browser.firstAdmin(window);
                prepare(page);
                create(page);
                LabPage lab = new LabPage(page.waitForPopup(() -> openLab(page)));
                lab.show(LAB);
                lab.runAll("PASS: 344");
                lab.seeTableAndChart();
                lab.save();
            }
            assertThat(Files.readString(TestHub.work(home, "admin", "first").resolve(NOTEBOOK)))
                    .contains("image/png", "PASS: 344");

            browser.restart();

            try (BrowserContext window = browser.window(Look.LIGHT)) {
                Page page = browser.signedIn(window, "admin");
                assertThat(page.locator("tbody tr .status")).hasText("InService");
                LabPage lab = new LabPage(page);
                lab.show(LAB);
                lab.seeTableAndChart();
                lab.runAgain("penguins.xTabCounts", 13);
            }
        }
    }

    private static void prepare(Page page) {
        page.navigate("/lifecycle-configs/new");
        page.getByLabel("Name").fill("course");
        page.getByLabel("OnStart").fill("#!/bin/sh\necho prepared > prepared.txt\n");
        page.locator("button.primary").click();
        assertThat(page.locator("#flashes")).containsText("Created");
        page.navigate("/package-sets/new?example=tablesaw");
        page.locator("button.primary").click();
        assertThat(page.locator("#flashes")).containsText("Saved");
    }

    private void create(Page page) {
        page.navigate("/instances/new");
        page.getByLabel("Name").fill("first");
        page.getByLabel("Lifecycle config").selectOption("course");
        page.getByLabel("Package set").selectOption("tablesaw-and-xchart");
        page.getByText("Create and start").click();
        page.waitForURL("**/instances/admin/first");
        assertThat(page.locator("#head .status"))
                .hasText("InService", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
        assertThat(TestHub.work(home, "admin", "first").resolve("prepared.txt")).exists();
    }

    private static void openLab(Page page) {
        page.locator("#head").getByText("Open JupyterLab", new Locator.GetByTextOptions()).click();
    }
}
