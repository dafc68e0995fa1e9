package dev.moka.hub.sandbox;

import dev.moka.hub.workload.Enforcement;
import dev.moka.hub.workload.WorkloadId;
import dev.moka.hub.workload.WorkloadLimits;
import dev.moka.hub.workload.WorkloadListener;
import dev.moka.hub.workload.WorkloadRuntime;
import dev.moka.hub.workload.WorkloadSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Workloads as processes of this machine, each with a supervisor that outlives the hub.
public final class ProcessWorkloads implements WorkloadRuntime {
    private static final Logger log = LoggerFactory.getLogger(ProcessWorkloads.class);
    private static final int LOOK_MILLIS = 500;

    private final Path root;
    private final Clock clock;
    private final FutureTask<Place> place;
    private final WorkloadUsers users;
    private final FolderWatch watch;
    private final Map<WorkloadId, RunningWorkload> running = new ConcurrentHashMap<>();
    private final Map<WorkloadId, WorkloadLimits> watched = new ConcurrentHashMap<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("workload limits").factory());

    /// @param root the folder of all workloads; made if it is missing
    public ProcessWorkloads(Path root, Clock clock) {
        this(root, clock, true);
    }

    private ProcessWorkloads(Path root, Clock clock, boolean sandboxed) {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            this.root = root.toRealPath();
            Path probe = this.root.resolve(".probe");
            this.place =
                    new FutureTask<>(() ->
                            sandboxed
                                    ? new Place(new Probe(probe).find(), GroupProbe.find())
                                    : new Place(SandboxKind.PLAIN, new ControlGroups.None()));
            this.watch = new FolderWatch(this.root);
        } catch (IOException e) {
            throw new UncheckedIOException("Workloads can't run in %s".formatted(root), e);
        }
        this.clock = clock;
        this.users = new WorkloadUsers(this::folders);
        // Trying takes a moment, which a start of the hub need not wait for.
        Thread.ofVirtual().name("sandbox probe").start(place);
        var _ =
                timer.scheduleWithFixedDelay(
                        this::measure, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// What this machine offers.
    private record Place(SandboxKind kind, ControlGroups groups) {}

    private SandboxKind kind() {
        return place().kind();
    }

    private ControlGroups groups() {
        return place().groups();
    }

    private Place place() {
        try {
            return place.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox was tried", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sandbox can't be tried", e.getCause());
        }
    }

    /// Workloads that are kept apart by nothing but their folders.
    static ProcessWorkloads plain(Path root, Clock clock) {
        return new ProcessWorkloads(root, clock, false);
    }

    @Override
    public Path folder(WorkloadId id) throws IOException {
        RunFolder folder = at(id);
        folder.prepare();
        return folder.ml();
    }

    @Override
    public void start(WorkloadSpec spec, WorkloadListener listener) throws IOException {
        RunFolder folder = at(spec.id());
        starting.lock();
        try {
            if (running.containsKey(spec.id())) {
                return;
            }
            folder.prepare();
            if (!folder.has("process")) {
                launch(folder, spec);
            }
            watched.put(spec.id(), spec.limits());
            RunningWorkload workload =
                    new RunningWorkload(folder, listener, groups(), group(spec.id()), clock);
            running.put(spec.id(), workload);
            Thread.ofVirtual()
                    .name("workload " + spec.id())
                    .start(() -> follow(spec.id(), workload));
        } finally {
            starting.unlock();
        }
    }

    @Override
    public void stop(WorkloadId id, Duration grace) {
        RunFolder folder = at(id);
        if (!isAlive(id)) {
            return;
        }
        if (grace.isZero()) {
            kill(folder);
            return;
        }
        new ProcessTree(folder).terminate(kind().isolated());
        var _ =
                timer.schedule(
                        () -> {
                            if (isAlive(id)) {
                                kill(folder);
                            }
                        },
                        grace.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public List<WorkloadId> list() {
        return folders().stream().filter(f -> f.has("process")).map(RunFolder::id).toList();
    }

    @Override
    public boolean isAlive(WorkloadId id) {
        RunFolder folder = at(id);
        return !folder.has("exit") && Supervisor.of(folder).filter(Supervisor::isAlive).isPresent();
    }

    @Override
    public void remove(WorkloadId id) throws IOException {
        RunFolder folder = at(id);
        Optional.ofNullable(running.remove(id)).ifPresent(RunningWorkload::close);
        watched.remove(id);
        kill(folder);
        Supervisor.of(folder).flatMap(Supervisor::handle).ifPresent(ProcessHandle::destroyForcibly);
        if (!groups().remove(group(id))) {
            // The kernel lets go of the dead a little later.
            var _ = timer.schedule(() -> groups().remove(group(id)), 1, TimeUnit.SECONDS);
        }
        folder.delete();
    }

    @Override
    public Enforcement enforcement() {
        return Bounds.of(kind(), groups().limits());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        running.values().forEach(RunningWorkload::close);
        try {
            watch.close();
        } catch (IOException e) {
            log.warn("Folders of workloads are still watched: {}", e.toString());
        }
    }

    private void launch(RunFolder folder, WorkloadSpec spec) throws IOException {
        int user = users.forNew();
        folder.write("user", Integer.toString(user));
        folder.write("directory", folder.ml().toString());
        EtcFolder.fill(folder.file("etc"), user);
        if (kind() == SandboxKind.OWN_USER) {
            WorkloadUsers.give(folder.ml(), user);
        }
        Optional<byte[]> filter = Seccomp.filter(System.getProperty("os.arch"));
        if (kind().isolated() && filter.isPresent()) {
            Files.write(folder.file("seccomp.bpf"), filter.get());
        }
        List<Path> joins = groups().make(group(spec.id()), spec.limits());
        StringBuilder lines = new StringBuilder();
        joins.forEach(join -> lines.append(join).append('\n'));
        Files.writeString(folder.file("groups"), lines);
        Supervisor.start(folder, new SandboxCommand(kind(), folder, spec).words(user));
    }

    private void follow(WorkloadId id, RunningWorkload workload) {
        workload.follow(watch);
        watched.remove(id);
        running.remove(id, workload);
    }

    private void kill(RunFolder folder) {
        new ProcessTree(folder).kill();
        groups().processes(group(folder.id()))
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /// Ends who uses more than the kernel was told to allow, or could not be told.
    private void measure() {
        watched.forEach((id, limits) -> {
            try {
                measure(at(id), limits);
            } catch (IOException | RuntimeException e) {
                log.debug("Workload {} could not be measured: {}", id, e.toString());
            }
        });
    }

    private void measure(RunFolder folder, WorkloadLimits limits) throws IOException {
        long mib = 1024 * 1024;
        boolean memoryIsHeld = groups().limits().contains(ControlGroups.Limit.MEMORY);
        if (!memoryIsHeld && Watchdog.memory(new ProcessTree(folder)) > limits.memoryMib() * mib) {
            folder.write("out-of-memory", "by the hub");
            kill(folder);
        } else if (Watchdog.written(folder.ml()) > limits.diskMib() * mib) {
            folder.write("out-of-disk", "by the hub");
            kill(folder);
        }
    }

    private RunFolder at(WorkloadId id) {
        return new RunFolder(id, root.resolve(id.value()));
    }

    private List<RunFolder> folders() {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(path -> Files.isDirectory(path.resolve("run")))
                    .filter(path -> WorkloadId.isOne(path.getFileName().toString()))
                    .map(path -> new RunFolder(new WorkloadId(path.getFileName().toString()), path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of workloads can't be read", e);
        }
    }

    private static String group(WorkloadId id) {
        return "moka-" + id;
    }
}
