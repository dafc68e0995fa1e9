package dev.moka.hub.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The processes of a workload.
final class ProcessTree {
    /// The variable by which every process of a workload is known, also one that left its parents.
    static final String MARK = "MOKA_WORKLOAD";

    private static final int KILL_SECONDS = 5;
    private static final Path PROC = Path.of("/proc");

    private final RunFolder folder;

    ProcessTree(RunFolder folder) {
        this.folder = folder;
    }

    /// Asks the program to end, as `docker stop` does: the program itself, not what it started.
    boolean terminate(boolean sandboxed) {
        Optional<ProcessHandle> main = main();
        main.map(process -> sandboxed ? inner(process) : process).ifPresent(ProcessHandle::destroy);
        return main.isPresent();
    }

    /// Ends everything at once.
    void kill() {
        Set<ProcessHandle> all = all();
        main().ifPresent(process -> killGroup(process.pid()));
        all.forEach(ProcessHandle::destroyForcibly);
        marked().forEach(ProcessHandle::destroyForcibly);
    }

    /// What the workload itself consists of, without the supervisor.
    Set<ProcessHandle> all() {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        main().ifPresent(process -> {
            all.add(process);
            process.descendants().forEach(all::add);
        });
        return all;
    }

    /// The program's process. Its number is its own as long as its supervisor lives and has not
    /// written how it ended.
    private Optional<ProcessHandle> main() {
        boolean running =
                !folder.has("exit")
                        && Supervisor.of(folder).filter(Supervisor::isAlive).isPresent();
        return running
                ? folder.read("pid").map(Long::parseLong).flatMap(ProcessHandle::of)
                : Optional.empty();
    }

    /// In the sandbox the program is the child of the sandbox's first process.
    private static ProcessHandle inner(ProcessHandle outer) {
        return outer.children()
                .findFirst()
                .flatMap(first -> first.children().findFirst())
                .orElse(outer);
    }

    /// Processes that carry the mark, wherever they have gone; none where there is no `/proc`.
    private List<ProcessHandle> marked() {
        byte[] mark = (MARK + "=" + folder.id() + "\0").getBytes(ISO_8859_1);
        String wanted = new String(mark, ISO_8859_1);
        long supervisor = Supervisor.of(folder).map(Supervisor::pid).orElse(-1L);
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != supervisor)
                .filter(process -> environment(process.pid()).contains(wanted))
                .toList();
    }

    private static String environment(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/environ"), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void killGroup(long leader) {
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
            throw new IllegalStateException("The workload's processes could not be killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
