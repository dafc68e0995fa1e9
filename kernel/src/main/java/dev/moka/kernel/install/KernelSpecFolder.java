package dev.moka.kernel.install;

import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.program.KernelFlags;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A kernelspec on disk: `kernel.json` and logos.
///
/// @param jar the packaged kernel
record KernelSpecFolder(InstallOptions options, Path jar) {
    private static final List<String> LOGOS =
            List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    /// Writes the folder, over an older one.
    ///
    /// @return where it is
    Path write() throws IOException {
        Path folder = options.dataFolder().resolve("kernels").resolve(options.name());
        Files.createDirectories(folder);
        for (String logo : LOGOS) {
            try (InputStream picture = resource(logo)) {
                Files.copy(picture, folder.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        byte[] json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(spec());
        Files.write(folder.resolve("kernel.json"), json);
        return folder;
    }

    /// The program's AOT cache, which lies beside its jar when there is one.
    Path cache() {
        return jar.resolveSibling("moka-kernel.aot");
    }

    private ObjectNode spec() {
        List<String> command = new ArrayList<>();
        command.add(options.java().toString());
        command.addAll(KernelFlags.standard());
        if (Files.exists(cache())) {
            command.add("-XX:AOTCache=" + cache());
        }
        command.addAll(List.of("-jar", jar.toString(), "{connection_file}"));
        ObjectNode spec = Json.object();
        ArrayNode argv = spec.putArray("argv");
        command.forEach(argv::add);
        spec.put("display_name", options.displayName());
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("kernel_protocol_version", "5.4");
        spec.putObject("env");
        spec.putObject("metadata").put("debugger", false);
        return spec;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = KernelSpecFolder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is missing in the kernel's jar");
        }
        return stream;
    }
}
