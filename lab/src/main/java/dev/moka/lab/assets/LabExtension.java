package dev.moka.lab.assets;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prebuilt JupyterLab extension.
///
/// @param name its npm name, for example `@jupyter-widgets/jupyterlab-manager`
/// @param folder where it lies
/// @param load the script that registers it, relative to the folder
/// @param extension the module that holds its plugins, or null
/// @param style the module that holds its styles, or null
/// @param disables the plugins of others whose place it takes
public record LabExtension(
        String name,
        Path folder,
        String load,
        @Nullable String extension,
        @Nullable String style,
        List<String> disables) {
    /// Copies the list.
    public LabExtension {
        disables = List.copyOf(disables);
    }
}
