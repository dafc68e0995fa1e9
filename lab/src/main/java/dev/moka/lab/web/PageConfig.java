package dev.moka.lab.web;

import dev.moka.lab.assets.LabExtension;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.PageOptions;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the JupyterLab page needs to know of its server.
final class PageConfig {
    /// Plugins that would call home, install npm packages, or need a language server.
    private static final List<String> DISABLED =
            List.of(
                    "@jupyterlab/apputils-extension:announcements",
                    "@jupyterlab/extensionmanager-extension",
                    "@jupyterlab/fileeditor-extension:language-server",
                    "@jupyterlab/lsp-extension",
                    "@jupyterlab/notebook-extension:language-server");

    /// Addresses by the name of their entry; each has a `full…` twin with the base URL.
    private static final Map<String, String> ADDRESSES =
            new TreeMap<>(
                    Map.of(
                            "appUrl", "/lab",
                            "treeUrl", "/lab/tree",
                            "staticUrl", "/static/lab",
                            "workspacesApiUrl", "/lab/api/workspaces",
                            "settingsUrl", "/lab/api/settings",
                            "listingsUrl", "/lab/api/listings",
                            "themesUrl", "/lab/api/themes",
                            "translationsApiUrl", "/lab/api/translations",
                            "licensesUrl", "/lab/api/licenses",
                            "labextensionsUrl", "/lab/extensions"));

    private PageConfig() {}

    static ObjectNode of(Lab lab, String mode, String workspace, String treePath)
            throws IOException {
        PageOptions options = lab.settings().page();
        String baseUrl = lab.settings().baseUrl();
        ObjectNode config = Json.object();
        options.extra().forEach(config::put);
        config.put("appName", options.appName())
                .put("appNamespace", "lab")
                .put("appVersion", lab.assets().version())
                .put("baseUrl", baseUrl)
                .put("token", "")
                .put("mode", mode)
                .put("workspace", workspace)
                .put("treePath", treePath)
                .put("preferredPath", "/")
                .put("serverRoot", "")
                .put("buildAvailable", false)
                .put("buildCheck", false)
                .put("cacheFiles", true)
                .put("devMode", false)
                .put("terminalsAvailable", true)
                .put("exposeAppInBrowser", options.exposeApp())
                .put("quitButton", false)
                .put("store_id", 0);
        ADDRESSES.forEach((name, address) -> {
            config.put(name, address);
            String full = "full" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            config.put(full, baseUrl + address.substring(1));
        });
        ArrayNode disabled = config.putArray("disabledExtensions");
        DISABLED.forEach(disabled::add);
        options.disabledExtensions().forEach(disabled::add);
        extensions(lab, config.putArray("federated_extensions"), disabled);
        return config;
    }

    private static void extensions(Lab lab, ArrayNode list, ArrayNode disabled) throws IOException {
        for (LabExtension extension : lab.extensions().all()) {
            ObjectNode entry = list.addObject();
            entry.put("name", extension.name()).put("load", extension.load());
            if (extension.extension() != null) {
                entry.put("extension", extension.extension());
            }
            if (extension.style() != null) {
                entry.put("style", extension.style());
            }
            extension.disables().forEach(disabled::add);
        }
    }
}
