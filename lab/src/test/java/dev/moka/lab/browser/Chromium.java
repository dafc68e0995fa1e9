package dev.moka.lab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, driven by Playwright.
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser. The test that asks is skipped only when a person said so.
    static Chromium launch() {
        Assumptions.assumeFalse(
                "skip".equals(System.getProperty("moka.browser")), "-Dmoka.browser=skip");
        Path program =
                find().orElseThrow(() ->
                        new AssertionError(
                                "No Chromium on the PATH or in MOKA_CHROMIUM. On Debian:"
                                        + " apt-get install chromium. To do without these"
                                        + " tests: -Dmoka.browser=skip"));
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static Optional<Path> find() {
        String named = System.getenv("MOKA_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        List<String> path = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return NAMES.stream()
                .flatMap(name -> path.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A fresh profile with a window of 1400 by 900.
    BrowserContext context(ColorScheme scheme) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1400, 900).setColorScheme(scheme));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
