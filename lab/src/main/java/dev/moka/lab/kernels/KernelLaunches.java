package dev.moka.lab.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Starts the processes of kernels and writes down what is needed to find them again.
final class KernelLaunches {
    private KernelLaunches() {}

    /// A process that has been started, perhaps not yet answering.
    record Launched(KernelRecord record, KernelProcess process) {}

    /// Starts a new kernel's first process.
    static Launched launch(
            KernelSettings settings, KernelFolders folders, KernelRequest request, Clock clock)
            throws IOException {
        Path socket = folders.socket(request.id());
        return launch(settings, folders, request, clock.instant(), socket);
    }

    /// Starts a kernel's next process, with the settings of now.
    static Launched again(KernelSettings settings, KernelFolders folders, KernelRecord record)
            throws IOException {
        KernelRequest request = new KernelRequest(record.id(), record.name(), record.directory());
        Files.deleteIfExists(record.socket());
        return launch(settings, folders, request, record.created(), record.socket());
    }

    private static Launched launch(
            KernelSettings settings,
            KernelFolders folders,
            KernelRequest request,
            Instant created,
            Path socket)
            throws IOException {
        Path folder = folders.kernel(request.id());
        KernelResources resources = settings.resources().get();
        List<Path> classPath = settings.classPath().get();
        KernelLaunch launch =
                new KernelLaunch(
                        folder,
                        socket,
                        request.directory(),
                        resources,
                        classPath,
                        settings.environment().get());
        KernelProcess process = settings.launcher().launch(launch);
        KernelRecord record =
                new KernelRecord(
                        request.id(),
                        request.name(),
                        process.pid(),
                        process.startedAt(),
                        socket,
                        classPath,
                        created,
                        request.directory(),
                        resources);
        record.write(folder);
        return new Launched(record, process);
    }
}
