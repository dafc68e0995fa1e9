package dev.moka.lab.assets;

/// The schema of one plugin's settings.
///
/// @param id the plugin, for example `@jupyterlab/apputils-extension:themes`
/// @param version the version of the package that it is from, or `N/A`
/// @param json the schema's text, compact
public record Schema(String id, String version, String json) {}
