package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.moka.hub.browser.HubInBrowser.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the documentation from a real run. Its name keeps it out of the ordinary
/// tests: `./mvnw -pl hub -am verify -Dtest=DocumentationImages`.
@Tag("browser")
class DocumentationImages {
    private static final String START_KERNELS =
            """
            async (instance) => {
              const token = document.cookie.split('; ').find((c) => c.startsWith('_xsrf=')).slice(6);
              const answer = await fetch(`/notebook/admin/${instance}/api/sessions`, {
                method: 'POST',
                headers: {'Content-Type': 'application/json', 'X-XSRFToken': token},
                body: JSON.stringify({
                  path: 'notebooks/01-ten-minutes-with-java.ipynb', name: '', type: 'notebook', kernel: {name: 'java'}
                })
              });
              return answer.status;
            }
            """;

    @TempDir private Path home;

    @Test
    void homeAndAdministration() throws Exception {
        try (HubInBrowser browser = new HubInBrowser(home);
                BrowserContext window = browser.window(Look.LIGHT)) {
            Page page = browser.firstAdmin(window);
            LivedInHub hub = new LivedInHub(page);
            hub.prepare();
            for (String instance : List.of("fraud-exploration", "deepar-grid")) {
                page.evaluate(START_KERNELS, instance);
            }
            page.navigate("/instances/admin/fraud-exploration");
            assertThat(page.locator("#kernels .status"))
                    .hasText(
                            Pattern.compile("idle|busy"),
                            new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            page.setViewportSize(1400, 900);
            browser.picture(page, "instance");
            hub.begin("forecast-q4", "ml.m5.xlarge", "slow-course");
            page.navigate("/");
            page.setViewportSize(1400, 600);
            assertThat(page.locator("tbody")).containsText("OnStart running");
            browser.picture(page, "home");
            page.navigate("/admin");
            assertThat(page.locator("tbody .status.ok")).hasCount(2);
            browser.picture(page, "admin");
        }
    }
}
