package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Every page of a hub with life in it, light and dark, wide and on a phone.
@Tag("browser")
@EnabledIf(value = "hasChromium", disabledReason = "there is no chromium on the PATH")
class PagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

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
    void everyPageFitsIsReadableAndObeysItsContentPolicyInEachLook() {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            String link = new LivedInHub(page).prepare();
            newAccessKey(page, Look.LIGHT);
            lookAtAll(page, Look.LIGHT);
            assertThat(link).contains("/welcome?token=");
            signInPages(link);
        }
        for (Look look : List.of(Look.DARK, Look.PHONE, Look.PHONE_DARK)) {
            try (BrowserContext window = browser.window(look)) {
                Page page = browser.signedIn(window, "admin");
                newAccessKey(page, look);
                lookAtAll(page, look);
            }
        }
        assertThat(browser.problems()).isEmpty();
    }

    private void lookAtAll(Page page, Look look) {
        pages().forEach((name, path) -> {
            page.navigate(path);
            page.waitForLoadState();
            look(page, name, look);
        });
    }

    /// The secret is shown once, on the page that answers.
    private void newAccessKey(Page page, Look look) {
        page.navigate("/access-keys");
        page.getByLabel("What the key is for").fill("laptop, " + look);
        page.getByText("Create access key").click();
        assertThat(page.locator("#key-secret")).isVisible();
        look(page, "access-key-new", look);
        if (look != Look.LIGHT) {
            page.getByLabel("Delete laptop, " + look).click();
            look(page, "access-key-delete", look);
            page.locator("form.card button.danger").click();
            assertThat(page.locator("tbody tr")).hasCount(1);
        }
    }

    private void look(Page page, String name, Look look) {
        browser.screenshot(
                page, name + "-" + look.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(PageChecks.tooWide(page)).as(name + " in " + look + " fits its width").isEmpty();
        assertThat(PageChecks.faint(page)).as(name + " in " + look + " is readable").isEmpty();
        assertThat(PageChecks.nameless(page))
                .as(name + " in " + look + " names its controls")
                .isEmpty();
    }

    private void signInPages(String link) {
        for (Look look : List.of(Look.LIGHT, Look.DARK, Look.PHONE)) {
            try (BrowserContext window = browser.window(look)) {
                Page page = window.newPage();
                page.navigate(link);
                look(page, "welcome", look);
                page.navigate("/welcome?token=used-long-ago");
                assertThat(page.locator("#flashes")).containsText("used already or has expired");
                look(page, "sign-in-dead-link", look);
                page.getByLabel("User name").fill("learner-07");
                page.getByLabel("Password").fill("not the right one");
                page.locator("button.primary").click();
                assertThat(page.locator("#password-below")).containsText("not right");
                assertThat(page.getByLabel("User name")).hasValue("learner-07");
                look(page, "sign-in-wrong", look);
            }
        }
    }

    @Test
    void whatAPersonTypesIsShownAsTextEverywhere() {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            page.onDialog(dialog -> {
                throw new AssertionError("a script ran: " + dialog.message());
            });
            page.navigate("/account");
            page.getByLabel("What the token is for").fill(HOSTILE);
            page.getByText("Create token").click();
            assertThat(page.getByText(HOSTILE)).isVisible();
            page.navigate("/lifecycle-configs/new");
            page.getByLabel("Name").fill("hostile");
            page.getByLabel("OnStart").fill("echo '" + HOSTILE + "</textarea>'; exit 3");
            page.locator("button.primary").click();
            page.navigate("/instances/new?name=" + HOSTILE.replace("/", "%2F"));
            page.getByText("Create and start").click();
            assertThat(page.locator("#name-below")).containsText(HOSTILE);
            page.getByLabel("Name").fill("victim");
            page.getByLabel("Lifecycle config").selectOption("hostile");
            page.getByText("Create and start").click();
            assertThat(page.locator("#head .status"))
                    .hasText("Failed", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertThat(page.locator("#log")).containsText(HOSTILE);
            page.navigate("/?q=" + HOSTILE.replace("/", "%2F"));
            assertThat(page.getByLabel("Filter by name")).hasValue(HOSTILE);
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aPackageSetIsResolvedAtOnceWithItsProgressAndItsJars() {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            page.navigate("/package-sets/new");
            page.getByLabel("Name").fill("nullness");
            page.locator("#coordinates").fill("org.jspecify:jspecify:1.0.0");
            page.locator("button.primary").click();
            assertThat(page.locator("#flashes")).containsText("Saved");
            page.navigate("/package-sets/nullness");
            assertThat(page.locator("#resolution")).containsText("not yet");

            page.getByText("Resolve now", new Page.GetByTextOptions().setExact(true)).click();

            assertThat(page.locator("#resolution tbody"))
                    .containsText(
                            "jspecify",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(page.locator("#resolution header")).containsText("1 jar");
            page.locator("#coordinates").fill("org.jspecify:no-such-thing:1.0.0");
            page.getByText("Save and resolve now").click();
            assertThat(page.locator("#resolution .note.bad"))
                    .containsText(
                            "no-such-thing",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void anAdministratorStopsAndDeletesSeveralInstancesAtOnce() {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            LivedInHub hub = new LivedInHub(page);
            hub.begin("one", "ml.t3.medium", "");
            hub.begin("two", "ml.t3.medium", "");
            hub.begin("three", "ml.t3.medium", "");
            page.navigate("/admin");
            assertThat(page.locator("tbody .status.ok")).hasCount(3);

            select(page, "one", "two");
            page.locator("#selection button[value=stop]").click();
            assertThat(page.locator("#flashes")).containsText("2 instances");
            assertThat(page.locator("tbody .status.off")).hasCount(2);
            assertThat(page.locator("tbody .status.ok")).hasCount(1);

            select(page, "one", "two");
            page.locator("#selection button[value=delete]").click();
            assertThat(page.locator(".note.bad")).containsText("one");
            assertThat(page.locator(".note.bad")).containsText("two");
            page.locator("button.solid").click();
            assertThat(page.locator("#flashes")).containsText("Deleted 2 instances.");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody")).containsText("three");
            assertThat(browser.problems()).isEmpty();
        }
    }

    private static void select(Page page, String... names) {
        for (String name : names) {
            page.getByLabel("Select " + name + " of admin").check();
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("home-filtered", "/?q=nothing-like-it");
        pages.put("instance-new", "/instances/new");
        pages.put("instance", "/instances/admin/fraud-exploration");
        pages.put("instance-failed", "/instances/admin/images");
        pages.put("instance-change", "/instances/admin/churn/change");
        pages.put("instance-delete", "/instances/admin/churn/delete");
        pages.put("instance-stopped", "/notebook/admin/churn/lab");
        pages.put("lifecycle-configs", "/lifecycle-configs");
        pages.put("lifecycle-config-new", "/lifecycle-configs/new?template=warm-dependency-cache");
        pages.put("lifecycle-config", "/lifecycle-configs/broken-mirror");
        pages.put("package-sets", "/package-sets");
        pages.put("package-set", "/package-sets/tablesaw-and-xchart");
        pages.put("account", "/account");
        pages.put("access-keys", "/access-keys");
        pages.put("connect", "/connect");
        pages.put("s3", "/s3");
        pages.put("s3-bucket", "/s3/" + LivedInHub.BUCKET);
        pages.put("s3-prefix", "/s3/" + LivedInHub.BUCKET + "?prefix=data%2Fraw%2F");
        for (String name : List.of("table.csv", "model.json", "chart.png", "part-0.pbr")) {
            pages.put("s3-" + name, "/s3/" + LivedInHub.BUCKET + "/view?key=data%2Fraw%2F" + name);
        }
        pages.put("s3-bucket-delete", "/s3/" + LivedInHub.BUCKET + "/delete");
        pages.put("admin-teams", "/admin/teams");
        pages.put("admin", "/admin");
        pages.put("admin-users", "/admin/users");
        pages.put("admin-host", "/admin/host");
        pages.put("not-found", "/instances/admin/no-such-thing");
        return pages;
    }
}
