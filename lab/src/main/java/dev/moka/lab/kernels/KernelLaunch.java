package dev.moka.lab.kernels;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a launcher must know to start one kernel process.
///
/// @param folder the kernel's private run folder
/// @param socket where the kernel is to listen
/// @param workingDirectory the folder of the notebook
/// @param classPath jars that user code sees from the start
/// @param environment set on top of the launcher's own
public record KernelLaunch(
        Path folder,
        Path socket,
        Path workingDirectory,
        KernelResources resources,
        List<Path> classPath,
        Map<String, String> environment) {
    /// Where the process's own output goes.
    public static final String LOG = "kernel.log";

    public KernelLaunch {
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
    }

    /// The file of the process's own output.
    public Path log() {
        return folder.resolve(LOG);
    }
}
