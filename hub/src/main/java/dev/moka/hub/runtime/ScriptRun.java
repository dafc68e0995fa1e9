package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.ScriptResult;
import dev.moka.hub.notebook.StartLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a lifecycle script as a process of this machine.
final class ScriptRun {
    private final Path folder;
    private final Path workspace;
    private final Map<String, String> environment;
    private final StartLog log;

    /// @param folder where the script file and the record of its process lie
    /// @param log gets each line that the script prints
    ScriptRun(Path folder, Path workspace, Map<String, String> environment, StartLog log) {
        this.folder = folder;
        this.workspace = workspace;
        this.environment = environment;
        this.log = log;
    }

    /// Runs the script until it ends or the limit is over. What it leaves in the background lives
    /// on, as on AWS, if it ended well.
    ScriptResult run(Hook hook, String script, Duration limit)
            throws IOException, InterruptedException {
        Path file = write(hook, script);
        ProcessBuilder builder = new ProcessBuilder(ProcessGroup.leading(command(file, script)));
        builder.directory(workspace.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        Process process = builder.start();
        ProcessGroup group = ProcessGroup.of(process);
        group.write(record(folder, hook));
        ScriptOutput lines = ScriptOutput.of(process, log);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                group.kill();
                return new ScriptResult.TimedOut(lines.finish());
            }
            String last = lines.finish();
            if (process.exitValue() == 0) {
                return new ScriptResult.Succeeded();
            }
            group.kill();
            return new ScriptResult.Exited(process.exitValue(), last);
        } catch (InterruptedException e) {
            group.kill();
            throw e;
        }
    }

    /// Where the process of a hook's script is written down for a later hub.
    static Path record(Path folder, Hook hook) {
        return folder.resolve(hook.word() + ".process");
    }

    private Path write(Hook hook, String script) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(hook.word() + ".sh");
        Files.writeString(file, script.endsWith("\n") ? script : script + "\n", UTF_8);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        return file;
    }

    /// A script that names another interpreter than a shell is started as its first line says.
    private static List<String> command(Path file, String script) {
        String first = script.lines().findFirst().orElse("");
        String bash = Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/bin/sh";
        if (!first.startsWith("#!") || first.contains("bash")) {
            return List.of(bash, file.toString());
        }
        return first.matches("#!\\s*\\S*(/| )(da)?sh\\b.*")
                ? List.of("/bin/sh", file.toString())
                : List.of(file.toString());
    }
}
