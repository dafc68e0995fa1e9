package dev.moka.hub.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;

import dev.moka.hub.Hub;
import dev.moka.hub.HubConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A hub on a free port with a home of its own, and a Chromium to look at it.
final class HubInBrowser implements AutoCloseable {
    static final String PASSWORD = "three small espressos";
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run");

    private final Path screenshots;
    private final Hub hub;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> problems = new ArrayList<>();

    HubInBrowser(Path home) throws Exception {
        Path root = Path.of(System.getProperty("moka.root", "..")).toAbsolutePath().normalize();
        this.screenshots = Files.createDirectories(root.resolve("hub/target/screenshots"));
        this.hub = Hub.start(config(home, root));
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium().orElseThrow())
                                        .setArgs(ARGUMENTS));
    }

    /// The Chromium of this machine, if it has one.
    static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(n -> Path.of(folder, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// How a page is looked at.
    enum Look {
        LIGHT(1400, 860, ColorScheme.LIGHT),
        DARK(1400, 860, ColorScheme.DARK),
        PHONE(375, 812, ColorScheme.LIGHT),
        PHONE_DARK(375, 812, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    /// A browser window of its own, with its own cookies.
    BrowserContext window(Look look) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(look.width, look.height)
                                .setColorScheme(look.scheme)
                                .setTimezoneId("Europe/Berlin")
                                .setBaseURL(hub.address()));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            boolean refused = message.text().contains("Failed to load resource");
            if (message.type().equals("error") && !refused) {
                problems.add(message.location() + " " + message.text());
            }
        });
        context.onWebError(error -> problems.add(error.error()));
        return context;
    }

    /// The window of the first administrator, who comes by the one-time link.
    Page firstAdmin(BrowserContext window) {
        Page page = window.newPage();
        page.navigate(hub.firstLink().orElseThrow().path());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("The same again").fill(PASSWORD);
        page.getByText("Set password and sign in").click();
        page.waitForURL("**/");
        return page;
    }

    Page signedIn(BrowserContext window, String name) {
        Page page = window.newPage();
        page.navigate("/sign-in");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL("**/");
        return page;
    }

    void screenshot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(screenshots.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /// A picture for the documentation: what the window shows.
    void picture(Page page, String name) {
        Path images = screenshots.resolve("../../../docs/images").normalize();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(images.resolve(name + ".png"))
                        .setType(ScreenshotType.PNG));
    }

    Hub hub() {
        return hub;
    }

    /// What pages complained about: script errors and refusals of the content security policy.
    List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        hub.close();
    }

    private static HubConfig config(Path home, Path root) {
        return new HubConfig(
                home,
                "127.0.0.1",
                0,
                null,
                Duration.ofSeconds(60),
                "us-east-1",
                Set.of(),
                null,
                0,
                null,
                root,
                System.getenv(),
                false);
    }
}
