package dev.moka.kernel.java;

import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.magics.Globs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the person wants done before the first cell: `IJAVA_CLASSPATH` and the startup scripts.
/// What fails is told in the first cell's output, and the notebook goes on.
final class Startup {
    private final KernelSettings settings;
    private boolean done;

    Startup(KernelSettings settings) {
        this.settings = settings;
    }

    /// Called on the thread that runs cells.
    void once(CellRun run, Engine engine) {
        if (done) {
            return;
        }
        done = true;
        List<Path> classpath = find(settings.classpath(), "IJAVA_CLASSPATH");
        engine.addClasspath(classpath);
        if (classpath.stream().anyMatch(jar -> jar.getFileName().toString().startsWith("xchart"))) {
            ProcessSetup.warmGraphics();
        }
        for (Path script : find(settings.startupScripts(), "IJAVA_STARTUP_SCRIPTS_PATH")) {
            try {
                report(
                        run.run(
                                new Source(
                                        script.getFileName().toString(),
                                        Files.readString(script))));
            } catch (IOException e) {
                System.err.printf(
                        "The startup script %s can't be read: %s%n", script, e.getMessage());
            }
        }
        if (!settings.startupScript().isBlank()) {
            report(run.run(new Source("IJAVA_STARTUP_SCRIPT", settings.startupScript())));
        }
    }

    private List<Path> find(List<String> patterns, String variable) {
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                List<Path> matches =
                        Globs.find(settings.workingFolder().resolve(pattern).normalize());
                if (matches.isEmpty()) {
                    System.err.printf("%s: nothing matches '%s'%n", variable, pattern);
                }
                found.addAll(matches);
            } catch (IOException e) {
                System.err.printf(
                        "%s: '%s' can't be read: %s%n", variable, pattern, e.getMessage());
            }
        }
        return found;
    }

    private static void report(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            failed.traceback().forEach(System.err::println);
        }
    }
}
