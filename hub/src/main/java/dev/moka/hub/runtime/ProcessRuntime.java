package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceRuntime;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.ScriptResult;
import dev.moka.hub.notebook.StartLog;
import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.KernelModel;
import dev.moka.lab.kernels.Session;
import dev.moka.lab.site.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Instances as folders and processes of this machine, run as the user who runs the hub.
public final class ProcessRuntime implements InstanceRuntime {
    private final Home home;
    private final Labs labs;
    private final Workspaces workspaces;
    private final ScriptEnvironment environment;
    private final Clock clock;

    /// @param environment the hub's environment, of which scripts see a harmless part
    public ProcessRuntime(
            Home home,
            InstanceEnvironment instances,
            Map<String, String> environment,
            Labs labs,
            Clock clock) {
        this.home = home;
        this.labs = labs;
        this.workspaces = new Workspaces(home, instances.root());
        this.environment = new ScriptEnvironment(instances, environment);
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
        Path tools = home.run(instance.key()).resolve("tools");
        try {
            ResolveCommand.install(tools);
            return new ScriptRun(
                            scripts(instance.key()),
                            home.work(instance.key()),
                            environment.of(instance, hook, allotment, tools),
                            log)
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
        if (workspaces.exists(key)) {
            labs.end(key);
        }
    }

    @Override
    public void remove(InstanceKey key) {
        close(key);
        workspaces.remove(
                key, "%s-%s-%d".formatted(key.owner(), key.name(), clock.instant().toEpochMilli()));
    }

    @Override
    public Use use(InstanceKey key) {
        List<KernelUse> kernels = kernels(key);
        return new Use(kernels.size(), kernels.stream().mapToLong(KernelUse::memoryBytes).sum());
    }

    /// The kernels that run on an instance.
    public List<KernelUse> kernels(InstanceKey key) {
        return labs.find(key)
                .map(lab ->
                        lab.house().kernels().all().stream().map(k -> use(key, lab, k)).toList())
                .orElse(List.of());
    }

    private KernelUse use(InstanceKey key, Lab lab, Kernel kernel) {
        KernelModel model = kernel.model();
        String notebook =
                lab.house().sessions().ofKernel(kernel.id()).stream()
                        .map(Session::path)
                        .findFirst()
                        .orElse("");
        long memory =
                KernelMemory.of(home.run(key).resolve("kernels").resolve(kernel.id())).orElse(0);
        return new KernelUse(
                notebook, model.name(), model.executionState(), memory, model.lastActivity());
    }

    /// A kernel, and what it uses.
    ///
    /// @param notebook the path of the notebook that it runs, empty for none
    /// @param state in Jupyter's words: `idle`, `busy`, `starting`, `dead`
    public record KernelUse(
            String notebook, String name, String state, long memoryBytes, Instant lastActivity) {}

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
