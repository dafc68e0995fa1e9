package dev.moka.lab.kernels;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Starts kernels as plain processes of the user who runs this program, in a session of their own,
/// so that neither the end of this program nor its terminal's Ctrl-C reaches them.
public final class ProcessKernelLauncher implements KernelLauncher {
    private static final Duration CLOCK_TICK = Duration.ofMillis(50);

    private final KernelProgram program;
    private final Map<String, String> environment;

    /// @param environment what this program's own environment is; only harmless parts are passed on
    public ProcessKernelLauncher(KernelProgram program, Map<String, String> environment) {
        this.program = program;
        this.environment = ChildEnvironment.of(environment);
    }

    @Override
    public KernelProcess launch(KernelLaunch launch) throws IOException {
        if (!Files.isRegularFile(program.jar())) {
            throw new IOException(
                    "The Java kernel is not at %s: build it (./moka builds what is missing)"
                            .formatted(program.jar()));
        }
        ProcessBuilder builder = new ProcessBuilder(detached(program.command(launch)));
        builder.directory(launch.workingDirectory().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", program.javaHome().toString());
        List<Path> classPath = program.classPath(launch);
        if (!classPath.isEmpty()) {
            builder.environment().put("IJAVA_CLASSPATH", joined(classPath));
        }
        builder.environment().putAll(launch.environment());
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(launch.log().toFile()));
        Process process = builder.start();
        return new OwnProcess(process);
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> detached(List<String> command) {
        List<String> detached = new ArrayList<>();
        Optional<Path> setsid = setsid();
        if (setsid.isPresent()) {
            detached.add(setsid.get().toString());
        } else {
            // What is ignored stays ignored across exec, and the JVM then leaves it alone.
            detached.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "kernel"));
        }
        detached.addAll(command);
        return detached;
    }

    private static Optional<Path> setsid() {
        return List.of("/usr/bin/setsid", "/bin/setsid").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Optional<KernelProcess> find(long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .map(FoundProcess::new)
                .filter(process -> isSame(process.startedAt(), startedAt))
                .filter(KernelProcess::isAlive)
                .map(process -> process);
    }

    private static boolean isSame(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TICK) < 0;
    }
}
