package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A person's whole way: first link, password, lifecycle config, instance, live log, stop, delete.
@Tag("browser")
@EnabledIf(value = "hasChromium", disabledReason = "there is no chromium on the PATH")
class JourneyTest {
    private static final String SCRIPT =
            """
            #!/bin/sh
            set -eu
            for i in 1 2 3 4 5 6; do
              echo "preparing course material, part $i of 6"
              sleep 0.4
            done
            printf '\\033[32mall parts are there\\033[0m\\n'
            """;

    @TempDir private Path home;
    private HubInBrowser browser;

    static boolean hasChromium() {
        return HubInBrowser.chromium().isPresent();
    }

    @BeforeEach
    void open() throws Exception {
        browser = new HubInBrowser(home);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aPersonComesInMakesAnInstanceFollowsItsStartStopsAndDeletesIt() {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            assertThat(page.getByText("Make your first Java notebook")).isVisible();
            browser.screenshot(page, "home-empty");
            makeLifecycleConfig(page);
            createInstance(page);
            followTheStart(page);
            stopAndStartFromTheList(page);
            delete(page);
            assertThat(browser.problems()).isEmpty();
        }
    }

    private void makeLifecycleConfig(Page page) {
        page.getByText("Lifecycle configs").first().click();
        page.locator("a", new Page.LocatorOptions().setHasText("Create lifecycle config")).click();
        page.getByLabel("Name").fill("course-material");
        page.getByLabel("OnStart").fill(SCRIPT);
        assertThat(page.locator("#onStart-count")).containsText(SCRIPT.length() + " of 16,384");
        page.locator("button.primary").click();
        assertThat(page.locator("#flashes")).containsText("Created course-material.");
    }

    private void createInstance(Page page) {
        page.navigate("/instances/new");
        page.getByLabel("Name").fill("no_such name");
        assertThat(page.locator("#name-below .error")).containsText("can't be the name");
        page.getByLabel("Name").fill("fraud-exploration");
        assertThat(page.locator("#name-below .good")).isVisible();
        page.getByLabel("Search instance types").fill("t3 8 gib");
        page.locator(".type:visible")
                .filter(new Locator.FilterOptions().setHasText("ml.t3.large"))
                .click();
        assertThat(page.locator("#summary")).containsText("ml.t3.large");
        page.getByLabel("Lifecycle config").selectOption("course-material");
        browser.screenshot(page, "instance-new-filled");
        page.getByText("Create and start").click();
        page.waitForURL("**/instances/admin/fraud-exploration");
    }

    private void followTheStart(Page page) {
        assertThat(page.locator("#log")).containsText("part 2 of 6");
        assertThat(page.locator("#steps .running")).containsText("OnStart");
        browser.screenshot(page, "instance-starting");
        assertThat(page.locator("#head .status"))
                .hasText("InService", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(page.locator("#log .a32")).hasText("all parts are there");
        assertThat(page.locator("#head")).containsText("Open JupyterLab");
        assertThat(page.locator("#steps .done")).hasCount(5);
        assertThat(page.locator("#log div")).not().hasCount(0);
        browser.screenshot(page, "instance-in-service");
    }

    private void stopAndStartFromTheList(Page page) {
        page.navigate("/");
        Locator row = page.locator("tbody tr");
        assertThat(row.locator(".status")).hasText("InService");
        browser.screenshot(page, "home-in-service");
        openJupyterLab(page, row);
        row.getByText("Stop").click();
        assertThat(row.locator(".status")).hasText("Stopped");
        page.navigate("/notebook/admin/fraud-exploration/lab");
        browser.screenshot(page, "stopped");
        page.getByText("Start and open JupyterLab").click();
        page.waitForURL(Pattern.compile("/notebook/admin/fraud-exploration/lab"));
        page.navigate("/instances/admin/fraud-exploration");
        assertThat(page.locator("#head .status"))
                .hasText("InService", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        page.getByText("Stop").click();
        assertThat(page.locator("#head .status")).hasText("Stopped");
    }

    private static void openJupyterLab(Page page, Locator row) {
        try (Page lab = page.waitForPopup(() -> row.getByText("Open JupyterLab").click())) {
            lab.locator("#jp-main-dock-panel").waitFor();
            assertThat(lab.locator(".jp-DirListing-content")).containsText("notebooks");
        }
    }

    private void delete(Page page) {
        page.getByText("Delete…").click();
        assertThat(page.locator(".note.bad")).containsText("file");
        page.getByLabel("to confirm").fill("something else");
        page.locator("button.solid").click();
        assertThat(page.locator("#confirm-below")).containsText("That is not the name");
        browser.screenshot(page, "instance-delete");
        page.getByLabel("to confirm").fill("fraud-exploration");
        page.locator("button.solid").click();
        assertThat(page.locator("#flashes")).containsText("Deleted fraud-exploration");
        assertThat(page.getByText("Make your first Java notebook")).isVisible();
    }
}
