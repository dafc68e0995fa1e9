package dev.moka.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// What a page must not do without being noticed: log errors, fail requests, open dialogs.
final class PageWatch {
    /// Upstream noise, each with its reason.
    private static final List<Pattern> KNOWN =
            List.of(
                    // Chromium itself, when the page is closed while a poll is under way.
                    Pattern.compile("net::ERR_ABORTED"));

    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<Pattern> expected = new CopyOnWriteArrayList<>(KNOWN);

    private PageWatch(Page page) {
        this.page = page;
    }

    static PageWatch of(Page page) {
        PageWatch watch = new PageWatch(page);
        page.onConsoleMessage(watch::console);
        page.onPageError(error -> watch.add("uncaught: " + error));
        page.onResponse(watch::response);
        page.onDialog(dialog -> {
            watch.add("dialog of the browser: " + dialog.message());
            dialog.dismiss();
        });
        return watch;
    }

    /// Bears with troubles that a test causes itself.
    void expect(String trouble) {
        expected.add(Pattern.compile(trouble));
    }

    private void console(ConsoleMessage message) {
        // The browser's own line about a bad answer names no address; response() says more.
        if (message.type().equals("error")
                && !message.text().startsWith("Failed to load resource")) {
            add("console: " + message.text());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400) {
            add(
                    "%d %s %s"
                            .formatted(
                                    response.status(),
                                    response.request().method(),
                                    response.url()));
        }
    }

    private void add(String trouble) {
        if (expected.stream().noneMatch(known -> known.matcher(trouble).find())) {
            troubles.add(trouble);
        }
    }

    /// Fails when anything was seen, or a dialog of JupyterLab is open.
    void assertQuiet() {
        assertThat(page.locator(".jp-Dialog-content").allInnerTexts()).as("open dialogs").isEmpty();
        assertThat(troubles).as("troubles of the page").isEmpty();
    }
}
