package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceRuntime;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.ScriptResult;
import dev.moka.hub.notebook.StartLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Instances as folders and processes of this machine, run as the user who runs the hub.
public final class ProcessRuntime implements InstanceRuntime {
    private final Home home;
    private final Labs labs;
    private final Workspaces workspaces;
    private final ScriptEnvironment environment;
    private final Clock clock;

    /// @param content the folder with `notebooks/` and `lifecycle-scripts/`
    /// @param environment the hub's environment, of which scripts see a harmless part
    public ProcessRuntime(
            Home home, Path content, Map<String, String> environment, Labs labs, Clock clock) {
        this.home = home;
        this.labs = labs;
        this.workspaces = new Workspaces(home, content);
        this.environment = new ScriptEnvironment(home, content, environment);
        this.clock = clock;
    }

    @Override
    public void prepare(NotebookInstance instance, StartLog log) {
        int copied = workspaces.prepare(instance.key(), !instance.created());
        if (copied > 0) {
            log.line("Workspace: copied %d files into notebooks/".formatted(copied));
        }
    }

    @Override
    public ScriptResult run(
            NotebookInstance instance,
            Allotment allotment,
            Hook hook,
            String script,
            Duration limit,
            StartLog log)
            throws InterruptedException {
        String text = script.replace("\r\n", "\n");
        if (!text.equals(script)) {
            log.line(
                    "Note: the %s script has Windows line ends (CRLF); it runs without them"
                            .formatted(hook.word()));
        }
        endScripts(instance.key(), hook);
        try {
            return new ScriptRun(
                            scripts(instance.key()),
                            home.work(instance.key()),
                            environment.ofScript(instance, hook, allotment),
                            log::output)
                    .run(hook, text, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The %s script could not be started: %s".formatted(hook.word(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void endScripts(InstanceKey key) {
        for (Hook hook : Hook.values()) {
            endScripts(key, hook);
        }
    }

    @Override
    public void open(NotebookInstance instance, Allotment allotment) {
        if (!workspaces.exists(instance.key())) {
            throw new IllegalStateException(
                    ("its folder %s is gone. Put it back from a backup, or start the instance again"
                                    + " to begin with an empty one")
                            .formatted(home.work(instance.key())));
        }
        labs.open(instance);
    }

    @Override
    public void close(InstanceKey key) {
        endScripts(key);
        labs.close(key);
    }

    @Override
    public void remove(InstanceKey key) {
        close(key);
        workspaces.remove(
                key, "%s-%s-%d".formatted(key.owner(), key.name(), clock.instant().toEpochMilli()));
    }

    @Override
    public Use use(InstanceKey key) {
        return Use.NONE;
    }

    private void endScripts(InstanceKey key, Hook hook) {
        Path record = ScriptRun.record(scripts(key), hook);
        ProcessGroup.read(record).ifPresent(ProcessGroup::kill);
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path scripts(InstanceKey key) {
        return home.run(key).resolve("scripts");
    }
}
