package dev.moka.hub.notebook;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.metering.Metering;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// The notebook instances of all users, as one caller may see and change them.
public final class NotebookInstances {
    private static final int MOST_PER_OWNER = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final InstanceStore store;
    private final InstanceRunner runner;
    private final InstanceTypes types;
    private final LifecycleConfigs configs;
    private final PackageSets sets;
    private final HostCapacity capacity;
    private final Metering metering;
    private final InstanceRuntime runtime;
    private final StartLogs logs;
    private final Clock clock;

    public NotebookInstances(
            InstanceStore store,
            InstanceRunner runner,
            InstanceTypes types,
            LifecycleConfigs configs,
            PackageSets sets,
            HostCapacity capacity,
            Metering metering,
            InstanceRuntime runtime,
            StartLogs logs,
            Clock clock) {
        this.store = store;
        this.runner = runner;
        this.types = types;
        this.configs = configs;
        this.sets = sets;
        this.capacity = capacity;
        this.metering = metering;
        this.runtime = runtime;
        this.logs = logs;
        this.clock = clock;
    }

    /// Makes an instance of the caller's and begins its first start.
    public NotebookInstance create(Caller caller, InstanceName name, InstanceSpec spec) {
        InstanceKey key = new InstanceKey(caller.name(), name);
        requireUsable(key, spec);
        if (store.list(caller.name()).size() >= MOST_PER_OWNER) {
            throw new ResourceLimitExceeded(
                    "You have %d notebook instances, which is the limit; delete one first"
                            .formatted(MOST_PER_OWNER));
        }
        if (!store.insert(
                NotebookInstance.create(
                        UUID.randomUUID().toString(), key, spec, clock.instant()))) {
            throw new ConflictException(
                    "You have a notebook instance named '%s' already; choose another name"
                            .formatted(name));
        }
        return runner.handle(key, new LifecycleEvent.StartRequested(clock.instant()));
    }

    public NotebookInstance start(Caller caller, InstanceKey key) {
        NotebookInstance instance = describe(caller, key);
        requireUsable(key, instance.spec());
        return runner.handle(key, new LifecycleEvent.StartRequested(clock.instant()));
    }

    /// Ends the kernels and keeps the files; a start that is under way is cancelled.
    public NotebookInstance stop(Caller caller, InstanceKey key) {
        describe(caller, key);
        return runner.handle(key, new LifecycleEvent.StopRequested(clock.instant()));
    }

    /// Changes the type, lifecycle config or packages of a stopped instance.
    public NotebookInstance update(Caller caller, InstanceKey key, InstanceSpec spec) {
        describe(caller, key);
        requireUsable(key, spec);
        return runner.handle(key, new LifecycleEvent.UpdateRequested(spec, clock.instant()));
    }

    /// Deletes a stopped instance; its files go to the trash folder of the hub.
    public NotebookInstance delete(Caller caller, InstanceKey key) {
        describe(caller, key);
        return runner.handle(key, new LifecycleEvent.DeleteRequested(clock.instant()));
    }

    /// The instance, unless it does not exist or is somebody else's.
    public NotebookInstance describe(Caller caller, InstanceKey key) {
        if (!caller.mayUse(key.owner())) {
            throw missing(key);
        }
        return store.find(key).orElseThrow(() -> missing(key));
    }

    public InstanceDetails details(Caller caller, InstanceKey key) {
        return details(describe(caller, key));
    }

    /// The caller's own instances, by name.
    public List<InstanceDetails> list(Caller caller) {
        return store.list(caller.name()).stream().map(this::details).toList();
    }

    /// Everybody's instances, for administrators.
    public List<InstanceDetails> listAll(Caller caller) {
        caller.requireAdmin("list all notebook instances");
        return store.listAll().stream().map(this::details).toList();
    }

    /// Reads on in the log of a start; waits up to `patience` (at most 30 s) for something new
    /// while it runs.
    ///
    /// @param start the number of the start, from 1 to [NotebookInstance#starts]
    public StartLogChunk startLog(
            Caller caller, InstanceKey key, int start, long position, Duration patience)
            throws InterruptedException {
        NotebookInstance instance = describe(caller, key);
        if (start < 1 || start > instance.starts()) {
            throw new ResourceNotFound(
                    "'%s' has no start number %d; it was started %d times"
                            .formatted(key.name(), start, instance.starts()));
        }
        if (position < 0) {
            throw new ValidationException(
                    "The position %d is before the beginning of the log".formatted(position));
        }
        Duration wait = patience.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : patience;
        return logs.read(key, start, position, wait);
    }

    /// Goes on with whatever an earlier hub left unfinished, and takes back kernels that live on.
    public void resume() {
        for (NotebookInstance instance : store.listAll()) {
            runner.handle(instance.key(), new LifecycleEvent.HubStarted(clock.instant()));
        }
    }

    private InstanceDetails details(NotebookInstance instance) {
        InstanceType type = types.requireForNotebooks(instance.spec().instanceType());
        InstanceRuntime.Use use =
                instance.inService() ? runtime.use(instance.key()) : InstanceRuntime.Use.NONE;
        return new InstanceDetails(
                instance,
                type,
                capacity.allot(type),
                metering.ofInstance(instance.id()),
                use.memoryBytes(),
                use.kernels());
    }

    private void requireUsable(InstanceKey key, InstanceSpec spec) {
        types.requireForNotebooks(spec.instanceType());
        PackageSets.requireCount(spec.packages());
        String config = spec.lifecycleConfig();
        if (config != null && configs.usable(key.owner(), config).isEmpty()) {
            throw new ValidationException(
                    "There is no lifecycle config '%s' for '%s'".formatted(config, key.owner()));
        }
        String set = spec.packageSet();
        if (set != null && sets.usable(key.owner(), set).isEmpty()) {
            throw new ValidationException(
                    "There is no package set '%s' for '%s'".formatted(set, key.owner()));
        }
    }

    private static ResourceNotFound missing(InstanceKey key) {
        return new ResourceNotFound(
                "There is no notebook instance '%s' that you may use".formatted(key.name()));
    }
}
