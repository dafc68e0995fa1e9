package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import dev.moka.protocol.jupyter.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PageAndAssetsTest {
    private static final Pattern CONFIG =
            Pattern.compile("<script id=\"jupyter-config-data\"[^>]*>(.*?)</script>");

    @TempDir Path folder;
    private RunningLab lab;

    @BeforeEach
    void start() throws IOException {
        lab = new RunningLab(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void thePageTellsJupyterLabWhereItsServerIs() throws Exception {
        JsonNode config = config("/lab/workspaces/mine/tree/a/b%20c.ipynb");
        assertThat(config.path("baseUrl").asString()).isEqualTo("/notebook/ann/demo/");
        assertThat(config.path("fullStaticUrl").asString())
                .isEqualTo("/notebook/ann/demo/static/lab");
        assertThat(config.path("treePath").asString()).isEqualTo("a/b c.ipynb");
        assertThat(config.path("workspace").asString()).isEqualTo("mine");
        assertThat(config.path("mode").asString()).isEqualTo("multiple-document");
        assertThat(config("/doc/tree/a.ipynb").path("mode").asString())
                .isEqualTo("single-document");
        assertThat(config.path("disabledExtensions").toString())
                .contains("announcements")
                .contains("extensionmanager");
    }

    @Test
    void whatThePageHasTheBrowserFetchAtOnceIsThere() throws Exception {
        String page = lab.get("/lab").text();
        List<String> links =
                Pattern.compile(
                                "<link rel=\"(?:module)?preload\"[^>]*"
                                        + " href=\"/notebook/ann/demo([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(links)
                .anyMatch(link -> link.matches("/static/lab/jlab_core\\..*\\.js\\?v=[0-9a-f]+"))
                .contains("/lab/extensions/moka-lab/static/extension.js");
        for (String link : links) {
            assertThat(lab.get(link).status()).as(link).isEqualTo(200);
        }
    }

    @Test
    void aNameInTheAddressCannotBecomeMarkup() throws Exception {
        String page = lab.get("/lab/tree/%3C%2Fscript%3E%3Cscript%3Ealert(1)").text();
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void theBaseAddressLeadsToThePage() throws Exception {
        Reply reply = lab.get("/");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/notebook/ann/demo/lab");
    }

    @Test
    void thePageCannotBeFramedByOthers() throws Exception {
        Reply page = lab.get("/lab");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void anExtensionIsOfferedAsSoonAsItsFolderIsThere() throws Exception {
        assertThat(extensions()).contains("moka-lab").doesNotContain("@acme/hello");

        Path extension = Files.createDirectories(lab.labextensions().resolve("@acme/hello"));
        Files.createDirectories(extension.resolve("static"));
        Files.createDirectories(extension.resolve("schemas/@acme/hello"));
        Files.writeString(extension.resolve("static/remoteEntry.js"), "hello()");
        Files.writeString(
                extension.resolve("package.json"),
                """
                {"name": "@acme/hello", "jupyterlab":
                  {"_build": {"load": "static/remoteEntry.js", "extension": "./extension"}}}
                """);
        Files.writeString(
                extension.resolve("schemas/@acme/hello/plugin.json"),
                "{\"title\": \"Hello\", \"properties\": {\"loud\": {\"type\": \"boolean\"}}}");

        assertThat(extensions()).contains("moka-lab", "@acme/hello");
        Reply script = lab.get("/lab/extensions/@acme/hello/static/remoteEntry.js");
        assertThat(script.text()).isEqualTo("hello()");
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(
                        lab.get("/lab/api/settings/@acme/hello:plugin")
                                .json()
                                .at("/schema/title")
                                .asString())
                .isEqualTo("Hello");
    }

    @Test
    void ourOwnExtensionIsServed() throws Exception {
        assertThat(lab.get("/lab/extensions/moka-lab/package.json").json().path("name").asString())
                .isEqualTo("moka-lab");
    }

    @Test
    void aHashedFileIsKeptForEverAndComesCompressed() throws Exception {
        String main = mainScript();
        Reply plain = lab.get("/static/lab/" + main);
        Reply compressed = lab.get("/static/lab/" + main, "Accept-Encoding", "gzip, br");
        assertThat(plain.header("Cache-Control")).contains("immutable");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.header("Content-Type")).startsWith("text/javascript");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void anUnhashedFileIsAskedForAgainAndNotSentTwice() throws Exception {
        String path = "/lab/api/themes/@jupyterlab/theme-light-extension/index.css";
        Reply first = lab.get(path);
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.header("Content-Type")).startsWith("text/css");
        Reply second = lab.get(path, "If-None-Match", first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/lab/../package.json",
                "/static/lab/%2e%2e/schemas",
                "/static/lab/nope.js",
                "/lab/extensions/..%2f..%2fwork/secret.txt",
                "/lab/extensions/%2e%2e/%2e%2e/x",
                "/lab/api/themes/..%2fpackage.json",
                "/static/favicons/..%2flab.html",
                "/static/lab/.hidden",
                "/lab/extensions/moka-lab/../../work/secret.txt"
            })
    void nothingElseIsServedAsAnAsset(String path) throws Exception {
        Files.writeString(lab.root().resolve("secret.txt"), "the-secret");
        Reply reply = lab.get(path);
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.text()).doesNotContain("the-secret");
    }

    @Test
    void aProblemIsAPageForAPersonAndJsonForAProgram() throws Exception {
        Reply page = lab.get("/nothing/here", "Accept", "text/html,*/*");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        Reply api = lab.get("/api/nothing", "Accept", "text/html,*/*");
        assertThat(api.status()).isEqualTo(404);
        assertThat(api.json().path("message").asString()).contains("/api/nothing");
    }

    private List<String> extensions() throws IOException, InterruptedException {
        return config("/lab")
                .path("federated_extensions")
                .valueStream()
                .map(extension -> extension.path("name").asString())
                .toList();
    }

    private JsonNode config(String path) throws IOException, InterruptedException {
        Matcher matcher = CONFIG.matcher(lab.get(path).text());
        assertThat(matcher.find()).isTrue();
        return Json.parseObject(matcher.group(1).getBytes(StandardCharsets.UTF_8));
    }

    private static String mainScript() throws IOException {
        try (Stream<Path> list = Files.list(RunningLab.assets().resolve("static"))) {
            return list.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("main."))
                    .filter(name -> name.endsWith(".js"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
