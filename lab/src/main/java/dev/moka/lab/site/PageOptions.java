package dev.moka.lab.site;

import java.util.List;
import java.util.Map;

/// What the JupyterLab page is told beyond addresses.
///
/// @param appName the name in the browser's title
/// @param exposeApp whether scripts (tests) can reach the application as `window.jupyterapp`
/// @param disabledExtensions plugin or extension ids that must not load
/// @param extra further page config entries, for our own extension
public record PageOptions(
        String appName,
        boolean exposeApp,
        List<String> disabledExtensions,
        Map<String, String> extra) {
    /// Copies the collections.
    public PageOptions {
        disabledExtensions = List.copyOf(disabledExtensions);
        extra = Map.copyOf(extra);
    }

    /// The options of a stock page.
    public static PageOptions standard() {
        return new PageOptions("Moka", false, List.of(), Map.of());
    }
}
