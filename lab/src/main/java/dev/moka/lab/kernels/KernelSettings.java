package dev.moka.lab.kernels;

import dev.moka.lab.journal.LogLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How the kernels of a lab are run. What is supplied is asked for at each start, so that a change
/// takes hold with the next kernel.
///
/// @param launcher starts the processes
/// @param resources what each kernel may use
/// @param classPath jars that user code sees from the start
/// @param environment variables for user code, on top of the launcher's own
/// @param startLimit how long a kernel may take to answer
/// @param keepAlive how often a page is asked whether it is still there
public record KernelSettings(
        KernelLauncher launcher,
        Supplier<KernelResources> resources,
        Supplier<List<Path>> classPath,
        Supplier<Map<String, String>> environment,
        Culling culling,
        LogLimits logLimits,
        Duration startLimit,
        Duration keepAlive) {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(25);

    /// The usual settings: default resources, nothing on the class path, no culling.
    public static KernelSettings with(KernelLauncher launcher) {
        return new KernelSettings(
                launcher,
                () -> KernelResources.DEFAULT,
                List::of,
                Map::of,
                Culling.OFF,
                LogLimits.DEFAULT,
                START_LIMIT,
                KEEP_ALIVE);
    }

    /// These settings with other culling.
    public KernelSettings withCulling(Culling other) {
        return new KernelSettings(
                launcher,
                resources,
                classPath,
                environment,
                other,
                logLimits,
                startLimit,
                keepAlive);
    }

    /// These settings with other resources.
    public KernelSettings withResources(Supplier<KernelResources> other) {
        return new KernelSettings(
                launcher, other, classPath, environment, culling, logLimits, startLimit, keepAlive);
    }

    /// These settings with another class path and environment for user code.
    public KernelSettings withUserCode(
            Supplier<List<Path>> jars, Supplier<Map<String, String>> variables) {
        return new KernelSettings(
                launcher, resources, jars, variables, culling, logLimits, startLimit, keepAlive);
    }

    /// These settings with other limits for what is kept of a kernel's output.
    public KernelSettings withLogLimits(LogLimits other) {
        return new KernelSettings(
                launcher, resources, classPath, environment, culling, other, startLimit, keepAlive);
    }

    /// These settings with another pace of asking whether pages are still there.
    public KernelSettings withKeepAlive(Duration other) {
        return new KernelSettings(
                launcher, resources, classPath, environment, culling, logLimits, startLimit, other);
    }
}
