package dev.moka.lab.site;

import dev.moka.lab.kernels.KernelSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// What one lab needs to know of the world.
///
/// @param root the workspace: the folder that the person sees
/// @param run the private folder (0700) for kernels, settings, workspaces, checkpoints' keys
/// @param baseUrl the address under which the lab is mounted; begins and ends with a slash, for
///   example `/notebook/ann/demo/`
/// @param user the person who works here
/// @param page what the JupyterLab page is told
/// @param labextensions further folders with prebuilt JupyterLab extensions, such as
///   `<home>/labextensions`
/// @param instanceInfo the answer of `GET {base}moka/instance`, which the status item shows
/// @param kernels how kernels are run
public record LabSettings(
        Path root,
        Path run,
        String baseUrl,
        Identity user,
        PageOptions page,
        List<Path> labextensions,
        Supplier<ObjectNode> instanceInfo,
        KernelSettings kernels) {
    /// Checks the base URL and copies the list.
    public LabSettings {
        if (!baseUrl.startsWith("/") || !baseUrl.endsWith("/")) {
            throw new IllegalArgumentException(
                    "base URL '%s' must begin and end with a slash".formatted(baseUrl));
        }
        labextensions = List.copyOf(labextensions);
    }
}
