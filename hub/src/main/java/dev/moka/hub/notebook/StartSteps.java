package dev.moka.hub.notebook;

import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.notebook.PackageResolution.PackagesUnresolved;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Performs the steps of a start, each with its lines in the start's log, and answers with what
/// came of it.
public final class StartSteps {
    private static final long DISK_NEEDED = 200L * 1024 * 1024;

    private final InstanceTypes types;
    private final HostCapacity capacity;
    private final LifecycleConfigs configs;
    private final PackageSets sets;
    private final PackageResolution resolution;
    private final InstanceRuntime runtime;
    private final CloneScripts clones;
    private final ScriptLogs scriptLogs;
    private final Duration scriptLimit;
    private final Clock clock;

    public StartSteps(
            InstanceTypes types,
            HostCapacity capacity,
            LifecycleConfigs configs,
            PackageSets sets,
            PackageResolution resolution,
            InstanceRuntime runtime,
            CodeRepositories repositories,
            ScriptLogs scriptLogs,
            Duration scriptLimit,
            Clock clock) {
        this.types = types;
        this.capacity = capacity;
        this.configs = configs;
        this.sets = sets;
        this.resolution = resolution;
        this.runtime = runtime;
        this.clones = new CloneScripts(repositories);
        this.scriptLogs = scriptLogs;
        this.scriptLimit = scriptLimit;
        this.clock = clock;
    }

    LifecycleEvent perform(NotebookInstance instance, StartStep step, StartLog log)
            throws InterruptedException {
        return switch (step) {
            case CAPACITY -> capacity(instance, log);
            case PACKAGES -> packages(instance, log);
            case ON_CREATE -> script(instance, step, Hook.ON_CREATE, log);
            case ON_START -> script(instance, step, Hook.ON_START, log);
            case READY -> ready(instance, log);
        };
    }

    Allotment allotment(NotebookInstance instance) {
        return capacity.allot(types.requireForNotebooks(instance.spec().instanceType()));
    }

    private LifecycleEvent capacity(NotebookInstance instance, StartLog log) {
        Allotment allotment = allotment(instance);
        long free = capacity.reading().diskBytesFree();
        log.line(
                "Capacity: %s, %d CPUs and %,d MiB of memory"
                        .formatted(
                                instance.spec().instanceType(),
                                allotment.cpus(),
                                allotment.memoryMib()));
        allotment.notes().forEach(note -> log.line("Note: " + note));
        if (free < DISK_NEEDED) {
            return failed(
                    StartStep.CAPACITY,
                    "The disk of the hub has %,d MiB free; at least %,d are needed"
                            .formatted(free >> 20, DISK_NEEDED >> 20));
        }
        runtime.prepare(instance, log);
        return passed(StartStep.CAPACITY);
    }

    private LifecycleEvent packages(NotebookInstance instance, StartLog log)
            throws InterruptedException {
        List<PackageCoordinate> wanted = wanted(instance);
        if (wanted.isEmpty()) {
            log.line("Packages: none");
            return new LifecycleEvent.PackagesResolved(PackageLock.NONE, clock.instant());
        }
        PackageLock lock = instance.lock();
        if (lock.requested().equals(wanted) && resolution.present(lock)) {
            log.line("Packages: %d jars as locked".formatted(lock.packages().size()));
            return new LifecycleEvent.PackagesResolved(lock, clock.instant());
        }
        try {
            log.line("Packages: resolving %d coordinates".formatted(wanted.size()));
            List<LockedPackage> found = resolution.resolve(wanted, log::line);
            log.line("Packages: %d jars".formatted(found.size()));
            return new LifecycleEvent.PackagesResolved(
                    new PackageLock(wanted, found), clock.instant());
        } catch (PackagesUnresolved e) {
            log.line("Packages: " + e.getMessage());
            return failed(StartStep.PACKAGES, String.valueOf(e.getMessage()));
        }
    }

    private List<PackageCoordinate> wanted(NotebookInstance instance) {
        String name = instance.spec().packageSet();
        Stream<PackageCoordinate> ofSet =
                name == null
                        ? Stream.empty()
                        : sets.usable(instance.key().owner(), name).stream()
                                .flatMap(set -> set.coordinates().stream());
        return Stream.concat(ofSet, instance.spec().packages().stream()).distinct().toList();
    }

    private LifecycleEvent script(
            NotebookInstance instance, StartStep step, Hook hook, StartLog log)
            throws InterruptedException {
        Optional<String> clone = clones.script(instance);
        if (clone.isPresent()) {
            log.line("%s: getting the code repositories".formatted(hook.word()));
            LifecycleEvent cloned =
                    run(instance, step, hook, clone.get(), "that clones code repositories", log);
            if (cloned instanceof LifecycleEvent.StepFailed) {
                return cloned;
            }
        }
        String name = instance.spec().lifecycleConfig();
        if (name == null) {
            return passed(step);
        }
        Optional<LifecycleConfig> config = configs.usable(instance.key().owner(), name);
        if (config.isEmpty()) {
            return failed(step, "Lifecycle config '%s' does not exist any more".formatted(name));
        }
        String script = config.get().script(hook);
        if (script.isBlank()) {
            return passed(step);
        }
        log.line("%s: running the script of '%s'".formatted(hook.word(), name));
        return run(instance, step, hook, script, "of '%s'".formatted(name), log);
    }

    private LifecycleEvent run(
            NotebookInstance instance,
            StartStep step,
            Hook hook,
            String script,
            String which,
            StartLog log)
            throws InterruptedException {
        ScriptResult result;
        try (ScriptLogs.Tee tee = scriptLogs.open(instance, hook, log)) {
            result = runtime.run(instance, allotment(instance), hook, script, scriptLimit, tee);
        }
        return switch (result) {
            case ScriptResult.Succeeded _ -> {
                log.line("%s: done".formatted(hook.word()));
                yield passed(step);
            }
            case ScriptResult.Exited(var code, var lines) ->
                    failed(
                            step,
                            "The %s script %s ended with exit code %d. It said last:\n%s"
                                    .formatted(hook.word(), which, code, lines));
            case ScriptResult.TimedOut(var lines) ->
                    failed(
                            step,
                            "The %s script %s ran longer than %s and was killed. It said last:\n%s"
                                    .formatted(hook.word(), which, words(scriptLimit), lines));
        };
    }

    private LifecycleEvent ready(NotebookInstance instance, StartLog log) {
        runtime.open(instance, allotment(instance));
        log.line("Ready");
        return passed(StartStep.READY);
    }

    private LifecycleEvent passed(StartStep step) {
        return new LifecycleEvent.StepPassed(step, clock.instant());
    }

    private LifecycleEvent failed(StartStep step, String reason) {
        return new LifecycleEvent.StepFailed(step, reason, clock.instant());
    }

    private static String words(Duration limit) {
        return limit.toSecondsPart() == 0 && limit.toMinutes() > 0
                ? "%d minutes".formatted(limit.toMinutes())
                : "%d seconds".formatted(limit.toSeconds());
    }
}
