package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the documentation from a real run. Its name keeps it out of the ordinary
/// tests: `./moka test -pl hub -am -Dtest=DocumentationImages
/// -Dsurefire.failIfNoSpecifiedTests=false`.
@Tag("browser")
class DocumentationImages {
    @TempDir private Path home;

    @Test
    void homeAndAdministration() throws Exception {
        try (HubInBrowser browser = new HubInBrowser(home);
                BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            LivedInHub hub = new LivedInHub(page);
            hub.prepare();
            openNotebook(browser, window);
            page.navigate("/instances/admin/fraud-exploration");
            assertThat(page.locator("#kernels")).containsText("01-ten-minutes-with-java.ipynb");
            page.setViewportSize(1400, 900);
            browser.picture(page, "instance");
            hub.begin("forecast-q4", "ml.m5.xlarge", "slow-course");
            page.navigate("/");
            page.setViewportSize(1400, 600);
            assertThat(page.locator("tbody")).containsText("OnStart running");
            browser.picture(page, "home");
            page.navigate("/admin");
            page.setViewportSize(1400, 720);
            assertThat(page.locator("tbody .status.ok")).hasCount(2);
            browser.picture(page, "admin");
        }
    }

    /// The picture of the README: notebook 01 as it is after *Run All*, with the chart beside it.
    @Test
    void notebook() throws Exception {
        try (HubInBrowser browser = new HubInBrowser(home);
                BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            new LivedInHub(page).begin("fraud-exploration", "ml.t3.medium", "");
            assertThat(page.locator("#head .status"))
                    .hasText(
                            "InService", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            page.setViewportSize(1440, 1180);
            LabPage lab = new LabPage(page);
            lab.show(
                    "/notebook/admin/fraud-exploration/lab/tree/notebooks/01-ten-minutes-with-java.ipynb");
            lab.runAll("PASS: 344");
            lab.showBeside(lab.output("img").first());
            lab.collapseSideBar();
            lab.scrollTo(lab.output("table").getByText("Torgersen").first());
            // The instance's figures are asked for every few seconds.
            page.locator("text=/0\\.\\d of 4 GiB/").first().waitFor();
            browser.picture(page, "notebook");
        }
    }

    private static void openNotebook(HubInBrowser browser, BrowserContext window) {
        Page lab = window.newPage();
        lab.navigate(
                "/notebook/admin/fraud-exploration/lab/tree/notebooks/01-ten-minutes-with-java.ipynb");
        lab.locator(".jp-Notebook .jp-Cell").first().waitFor();
        lab.locator("[data-status=idle]").first().waitFor();
        lab.locator("text=/0\\.\\d of 4 GiB/")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(40_000));
        lab.locator(".jp-CodeCell .jp-InputArea-editor").first().click();
        lab.keyboard().press("Shift+Enter");
        lab.locator(".jp-CodeCell .jp-InputArea-prompt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d")))
                .first()
                .waitFor();
        browser.screenshot(lab, "jupyterlab");
    }
}
