package dev.moka.hub.runtime;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A process with all that it started, which can be killed together, also by a later hub.
///
/// On Linux the process leads its own session. Where there is no `setsid`, its descendants are
/// looked for instead.
record ProcessGroup(long leader, Instant startedAt) {
    private static final Duration CLOCK_TICK = Duration.ofMillis(50);
    private static final int KILL_SECONDS = 5;

    static ProcessGroup of(Process process) {
        return new ProcessGroup(
                process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /// The command, made to lead a session of its own where that is possible.
    static List<String> leading(List<String> command) {
        List<String> whole = new ArrayList<>();
        setsid().ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        return whole;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, "%d %d\n".formatted(leader, startedAt.toEpochMilli()));
    }

    static Optional<ProcessGroup> read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return Optional.of(
                    new ProcessGroup(
                            Long.parseLong(words[0]),
                            Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Kills the leader and everything it started. A number that meanwhile belongs to another
    /// process is left alone.
    void kill() {
        Optional<ProcessHandle> process = ProcessHandle.of(leader);
        boolean ours =
                process.flatMap(p -> p.info().startInstant()).filter(this::isSame).isPresent();
        if (process.isPresent() && !ours) {
            return;
        }
        process.ifPresent(p -> p.descendants().forEach(ProcessHandle::destroyForcibly));
        if (setsid().isPresent()) {
            killSession();
        }
        process.ifPresent(ProcessHandle::destroyForcibly);
    }

    /// No process gets the number of a group that still has members, so that this hits only what
    /// the leader started.
    private void killSession() {
        try {
            Process kill =
                    new ProcessBuilder("/bin/sh", "-c", "kill -KILL -- -" + leader)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            if (!kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("The script's processes could not be killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSame(Instant start) {
        return Duration.between(start, startedAt).abs().compareTo(CLOCK_TICK) < 0;
    }

    private static Optional<Path> setsid() {
        return List.of("/usr/bin/setsid", "/bin/setsid").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
