package dev.moka.hub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The small shell program beside each workload that outlives the hub.
///
/// @param startedAt tells it from another process that got its number later
record Supervisor(long pid, Instant startedAt) {
    private static final Duration CLOCK_TICK = Duration.ofMillis(50);
    private static final String SCRIPT = script();

    /// Starts the command under a new supervisor, and writes down which process that is.
    static Supervisor start(RunFolder folder, List<String> command) throws IOException {
        Files.writeString(folder.file("supervise.sh"), SCRIPT);
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        }
        whole.addAll(
                List.of(
                        "/bin/sh",
                        folder.file("supervise.sh").toString(),
                        folder.run().toString()));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put(ProcessTree.MARK, folder.id().value());
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.file("supervisor.log").toFile());
        Process process = builder.start();
        Supervisor started =
                new Supervisor(
                        process.pid(), process.info().startInstant().orElseGet(Instant::now));
        folder.write("process", "%d %d".formatted(started.pid, started.startedAt.toEpochMilli()));
        return started;
    }

    static Optional<Supervisor> of(RunFolder folder) {
        return folder.read("process")
                .map(text -> text.split(" ", -1))
                .map(words ->
                        new Supervisor(
                                Long.parseLong(words[0]),
                                Instant.ofEpochMilli(Long.parseLong(words[1]))));
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().filter(this::isSame).isPresent());
    }

    private boolean isSame(Instant start) {
        return Duration.between(start, startedAt).abs().compareTo(CLOCK_TICK) < 0;
    }

    private static String script() {
        try (InputStream in =
                Objects.requireNonNull(Supervisor.class.getResourceAsStream("supervise.sh"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("supervise.sh can't be read", e);
        }
    }
}
