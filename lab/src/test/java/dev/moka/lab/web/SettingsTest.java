package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SettingsTest {
    private static final String THEMES = "/lab/api/settings/@jupyterlab/apputils-extension:themes";

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
    void allPluginsHaveTheirSchema() throws Exception {
        JsonNode all = lab.get("/lab/api/settings").json().path("settings");
        JsonNode ids = lab.get("/lab/api/settings?ids_only=true").json().path("settings");
        assertThat(all.size()).isEqualTo(ids.size()).isGreaterThan(60);
        assertThat(all.valueStream())
                .allSatisfy(plugin -> {
                    assertThat(plugin.path("schema").isObject()).isTrue();
                    assertThat(plugin.path("raw").asString()).isEqualTo("{}");
                    assertThat(plugin.path("version").asString()).isNotEmpty();
                });
        assertThat(ids.get(0).propertyNames()).containsExactly("id");
    }

    @Test
    void settingsAreKeptWithTheirComments() throws Exception {
        String raw = "{\n  // dark, please\n  'theme': \"Moka Dark\",\n}";
        assertThat(lab.call("PUT", THEMES, Json.object().put("raw", raw)).status()).isEqualTo(204);
        JsonNode themes = lab.get(THEMES).json();
        assertThat(themes.path("raw").asString()).isEqualTo(raw);
        assertThat(themes.at("/settings/theme").asString()).isEqualTo("Moka Dark");
        assertThat(themes.path("last_modified").asString()).contains("T");
    }

    @Test
    void ourDefaultsAreInTheSchema() throws Exception {
        assertThat(lab.get(THEMES).json().at("/schema/properties/theme/default").asString())
                .isEqualTo("Moka Light");
    }

    @Test
    void settingsThatAreNoJsonOrOfTheWrongTypeAreRefused() throws Exception {
        Reply broken = lab.call("PUT", THEMES, Json.object().put("raw", "{\n 'theme': }"));
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().path("message").asString()).contains("line 2, column");
        Reply wrong = lab.call("PUT", THEMES, Json.object().put("raw", "{'theme': 3}"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("message").asString()).contains("theme").contains("string");
        assertThat(lab.call("PUT", THEMES, Json.object()).status()).isEqualTo(400);
        assertThat(
                        lab.call("PUT", "/lab/api/settings/no:such", Json.object().put("raw", "{}"))
                                .status())
                .isEqualTo(404);
        assertThat(lab.get("/lab/api/settings/..%2f..%2fx:y").status()).isEqualTo(404);
    }

    @Test
    void aLayoutIsSavedFoundAndForgotten() throws Exception {
        String path = "/lab/api/workspaces/my%20Layout";
        assertThat(lab.get(path).json().path("data")).isEmpty();
        ObjectNode layout = Json.object();
        layout.putObject("data").put("x", 1);
        layout.putObject("metadata").put("id", "my Layout");
        assertThat(lab.call("PUT", path, layout).status()).isEqualTo(204);
        assertThat(lab.get(path).json().at("/data/x").asInt()).isEqualTo(1);
        assertThat(lab.get("/lab/api/workspaces").json().at("/workspaces/ids/0").asString())
                .isEqualTo("my Layout");
        assertThat(lab.call("PUT", "/lab/api/workspaces/other", layout).status()).isEqualTo(400);
        assertThat(lab.call("DELETE", path, null).status()).isEqualTo(204);
        assertThat(lab.call("DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void aConfigSectionIsMergedAtAnyDepthAndNullRemoves() throws Exception {
        String path = "/api/config/notebook";
        assertThat(lab.get(path).json()).isEmpty();
        lab.call(
                "PUT",
                path,
                Json.parseObject("{\"a\":{\"b\":1,\"c\":2}}".getBytes(StandardCharsets.UTF_8)));
        Reply merged =
                lab.call(
                        "PATCH",
                        path,
                        Json.parseObject(
                                "{\"a\":{\"b\":null,\"d\":3}}".getBytes(StandardCharsets.UTF_8)));
        assertThat(merged.json().toString()).isEqualTo("{\"a\":{\"c\":2,\"d\":3}}");
        assertThat(lab.get(path).json()).isEqualTo(merged.json());
        assertThat(lab.get("/api/config/..%2fx").status()).isEqualTo(404);
    }

    @Test
    void thereIsOnlyEnglishAndNoLanguageServer() throws Exception {
        assertThat(lab.get("/lab/api/translations").json().at("/data/en/displayName").asString())
                .isEqualTo("English");
        assertThat(lab.get("/lab/api/translations/en").json().path("message").asString()).isEmpty();
        assertThat(lab.get("/lab/api/translations/fr").json().path("message").asString())
                .contains("fr");
        assertThat(lab.get("/lsp/status").status()).isEqualTo(404);
        assertThat(lab.get("/lab/api/licenses").json().at("/bundles/JupyterLab/packages"))
                .isNotEmpty();
    }

    @Test
    void theStatusNamesThePersonAndWhatTheyRunOn() throws Exception {
        assertThat(lab.get("/api").json().path("version").asString()).startsWith("2.");
        assertThat(lab.get("/api/status").json().path("kernels").asInt()).isZero();
        JsonNode me = lab.get("/api/me?permissions=%7B%22contents%22:[%22read%22]%7D").json();
        assertThat(me.at("/identity/username").asString()).isEqualTo("ann");
        assertThat(me.at("/permissions/contents/0").asString()).isEqualTo("read");
        assertThat(lab.get("/moka/instance").json().path("instanceType").asString())
                .isEqualTo("ml.t3.medium");
        assertThat(lab.get("/api/spec.yaml").text()).contains("/api/contents/{path}");
    }
}
