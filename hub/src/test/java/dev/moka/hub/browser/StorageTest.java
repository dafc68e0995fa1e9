package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A person puts files into S3, looks into them, and deletes them.
@Tag("browser")
@EnabledIf(value = "hasChromium", disabledReason = "there is no chromium on the PATH")
class StorageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>.html";
    private static final byte[] PIXEL =
            java.util.Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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
    void filesAreUploadedLookedIntoAndDeleted() throws Exception {
        try (BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            page.onDialog(dialog -> {
                throw new AssertionError("a script ran: " + dialog.message());
            });
            page.getByText("S3", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("main")).containsText("sagemaker-us-east-1-");
            page.getByLabel("Name").fill("Not Allowed");
            page.getByText("Create bucket").click();
            assertThat(page.locator("#name-below")).containsText("3 to 63");
            page.getByLabel("Name").fill("course-data");
            page.getByText("Create bucket").click();
            assertThat(page.locator("main")).containsText("Nothing here yet");
            looks(page, "s3-empty");

            upload(page);
            looks(page, "s3-objects");
            looksInto(page);
            deletes(page);
            assertThat(browser.problems()).isEmpty();
        }
        for (Look look : List.of(Look.DARK, Look.PHONE)) {
            try (BrowserContext window = browser.window(look)) {
                Page page = browser.signedIn(window, "admin");
                for (String path : List.of("/s3", "/s3/course-data")) {
                    page.navigate(path);
                    looks(page, "s3" + path.replace('/', '-') + "-" + look);
                }
            }
        }
    }

    private static void upload(Page page) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload[] {
                            file("table.csv", "text/csv", "x1,x2,y\n1,2.5,0\n3,\"4,5\",1\n"),
                            file("model.json", "application/json", "{\"k\":3,\"a\":[1,2]}"),
                            file(HOSTILE, "text/html", "<script>alert(1)</script>"),
                            new FilePayload("pixel.png", "image/png", PIXEL)
                        });
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.locator("main")).containsText(HOSTILE);
    }

    private void looksInto(Page page) throws Exception {
        page.getByText("table.csv").click();
        assertThat(page.locator(".peek th")).containsText(new String[] {"#", "x1", "x2", "y"});
        assertThat(page.locator(".peek td").nth(6)).hasText("4,5");
        looks(page, "s3-csv");
        page.goBack();
        page.getByText("model.json").click();
        assertThat(page.locator("pre")).containsText("\"k\" : 3");
        page.goBack();
        page.getByText("pixel.png").click();
        Locator picture = page.locator("img.picture");
        assertThat(picture).isVisible();
        assertThat(picture.evaluate("p => p.decode().then(() => p.naturalWidth)")).isEqualTo(1);
        page.goBack();
        page.getByText(HOSTILE).click();
        assertThat(page.locator("pre")).containsText("<script>alert(1)</script>");
        Download download =
                page.waitForDownload(
                        () ->
                                page.getByText("Download", new Page.GetByTextOptions().setExact(true))
                                        .click());
        try (InputStream in = download.createReadStream()) {
            assertThat(in.readAllBytes()).asString().isEqualTo("<script>alert(1)</script>");
        }
        page.goBack();
    }

    private static void deletes(Page page) {
        page.getByLabel("Delete " + HOSTILE).click();
        assertThat(page.locator(".note.bad")).containsText("1 object, 25 B");
        page.locator("form.card button.danger").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        page.getByText("Delete bucket…").click();
        assertThat(page.locator(".note.bad")).containsText("3 objects");
        page.locator("#confirm").fill("something else");
        page.locator("form.card button.danger").click();
        assertThat(page.locator("#confirm-below")).containsText("That is not the name");
        page.locator("form.card a.button").click();
    }

    private void looks(Page page, String name) {
        browser.screenshot(page, name.toLowerCase(Locale.ROOT));
        assertThat(PageChecks.tooWide(page)).as(name + " fits its width").isEmpty();
        assertThat(PageChecks.faint(page)).as(name + " is readable").isEmpty();
        assertThat(PageChecks.nameless(page)).as(name + " names its controls").isEmpty();
    }

    private static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
