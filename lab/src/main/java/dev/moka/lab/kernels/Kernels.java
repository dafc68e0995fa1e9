package dev.moka.lab.kernels;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All kernels of one lab. Those that an earlier program left running are among them.
public final class Kernels implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Kernels.class);

    private final KernelSettings settings;
    private final KernelFolders folders;
    private final Clock clock;
    private final KernelEvents events;
    private final Map<String, Kernel> kernels = new ConcurrentHashMap<>();

    private Kernels(KernelSettings settings, Path run, Clock clock, KernelEvents events) {
        this.settings = settings;
        this.folders = new KernelFolders(run);
        this.clock = clock;
        this.events = events;
    }

    /// Opens the kernels of a run folder and takes back those that still live.
    public static Kernels open(
            KernelSettings settings, Path run, Clock clock, KernelEvents events) {
        Kernels all = new Kernels(settings, run, clock, events);
        all.takeBack();
        return all;
    }

    private void takeBack() {
        try {
            for (String id : folders.ids()) {
                takeBack(id);
            }
        } catch (IOException e) {
            log.error("the kernels in {} can't be listed", folders.run(), e);
        }
    }

    private void takeBack(String id) throws IOException {
        Optional<KernelRecord> record =
                KernelRecord.read(folders.kernel(id)).filter(it -> it.id().equals(id));
        if (record.isEmpty()) {
            log.warn("{} holds no kernel that can be read; it is left as it is", id);
            return;
        }
        KernelRecord found = record.get();
        Optional<KernelProcess> process = settings.launcher().find(found.pid(), found.startedAt());
        if (process.isPresent()) {
            log.info("kernel {} (process {}) is taken back", id, found.pid());
            kernels.put(id, Kernel.takeBack(settings, folders, clock, found, process.get()));
        } else {
            log.info("kernel {} (process {}) has ended meanwhile", id, found.pid());
            kernels.put(id, Kernel.lost(settings, folders, clock, found));
        }
    }

    /// Starts a kernel and waits until it answers.
    ///
    /// @param name the kernelspec
    /// @param directory the folder that user code starts in
    public Kernel start(String name, Path directory)
            throws KernelStartException, InterruptedException {
        String id = UUID.randomUUID().toString();
        try {
            KernelRequest request = new KernelRequest(id, name, directory);
            Kernel kernel = Kernel.start(settings, folders, clock, request);
            kernels.put(id, kernel);
            events.happened("start", id, name, null);
            return kernel;
        } catch (KernelStartException e) {
            events.happened("start", "", name, e.getMessage());
            discard(id);
            throw e;
        }
    }

    private void discard(String id) {
        try {
            folders.delete(id, folders.kernel(id).resolve("kernel.sock"));
        } catch (IOException e) {
            log.warn("the folder of kernel {}, which did not start, stays", id, e);
        }
    }

    /// All kernels, the oldest first.
    public List<Kernel> all() {
        return kernels.values().stream().sorted(Comparator.comparing(Kernel::created)).toList();
    }

    /// The kernel of an id.
    public Optional<Kernel> find(String id) {
        return Optional.ofNullable(kernels.get(id));
    }

    /// Stops what a kernel runs.
    public void interrupt(Kernel kernel) throws IOException, InterruptedException {
        kernel.interrupt();
        events.happened("interrupt", kernel.id(), kernel.record().name(), null);
    }

    /// Gives a kernel a new process.
    public void restart(Kernel kernel) throws KernelStartException, InterruptedException {
        try {
            kernel.restart();
            events.happened("restart", kernel.id(), kernel.record().name(), null);
        } catch (KernelStartException e) {
            events.happened("restart", kernel.id(), kernel.record().name(), e.getMessage());
            throw e;
        }
    }

    /// Ends a kernel's process; its log can still be read until {@link #forget}.
    public void shutdown(Kernel kernel) throws InterruptedException {
        kernel.shutdown();
        events.happened("shutdown", kernel.id(), kernel.record().name(), null);
    }

    /// Deletes the files of a kernel that has been shut down.
    public void forget(Kernel kernel) throws InterruptedException {
        if (!kernels.remove(kernel.id(), kernel)) {
            return;
        }
        try {
            kernel.delete();
        } catch (IOException e) {
            log.warn("files of kernel {} could not be deleted", kernel.id(), e);
        }
    }

    /// The kernels that the culling rule says nobody uses.
    public List<Kernel> unused() {
        Culling culling = settings.culling();
        if (culling.isOff()) {
            return List.of();
        }
        Instant now = clock.instant();
        return all().stream().filter(kernel -> isUnused(kernel.model(), culling, now)).toList();
    }

    private static boolean isUnused(KernelModel kernel, Culling culling, Instant now) {
        Duration idle = Duration.between(kernel.lastActivity(), now);
        return !kernel.executionState().equals("busy")
                && (kernel.connections() == 0 || culling.connected())
                && idle.compareTo(culling.idleFor()) > 0;
    }

    /// Puts logs on the disk and keeps the processes' own output within bounds.
    public void upkeep() {
        for (Kernel kernel : kernels.values()) {
            try {
                kernel.frames().sync();
                LogFiles.bound(folders.kernel(kernel.id()).resolve(KernelLaunch.LOG));
            } catch (IOException e) {
                log.warn("upkeep of kernel {}", kernel.id(), e);
            }
        }
    }

    /// Lets go of all kernels, which live on.
    @Override
    public void close() {
        for (Kernel kernel : kernels.values()) {
            try {
                kernel.release();
            } catch (IOException e) {
                log.warn("kernel {} could not be let go in order", kernel.id(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        kernels.clear();
    }
}
