package dev.moka.lab.kernels;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kernels and sessions of one lab as a whole: opens them, keeps house once a second, and ends
/// kernels in the right order.
public final class KernelHouse implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(KernelHouse.class);

    private final Kernels kernels;
    private final Sessions sessions;
    private final UnattendedOutputs outputs;
    private final CountDownLatch closed = new CountDownLatch(1);

    private KernelHouse(Kernels kernels, Sessions sessions, UnattendedOutputs outputs) {
        this.kernels = kernels;
        this.sessions = sessions;
        this.outputs = outputs;
    }

    /// Opens the house of a run folder.
    public static KernelHouse open(
            KernelSettings settings,
            Path run,
            NotebookFiles notebooks,
            KernelEvents events,
            Clock clock) {
        Kernels kernels = Kernels.open(settings, run, clock, events);
        Sessions sessions = Sessions.open(run, id -> kernels.find(id).isPresent());
        UnattendedOutputs outputs = new UnattendedOutputs(kernels, sessions, notebooks, clock);
        KernelHouse house = new KernelHouse(kernels, sessions, outputs);
        kernels.all().stream().filter(Kernel::isDead).forEach(house::bury);
        Thread.ofVirtual().name("kernel-house " + run).start(house::keep);
        return house;
    }

    /// A kernel that ended while nobody watched: its outputs are saved, and it goes.
    private void bury(Kernel kernel) {
        try {
            clear(kernel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            kernels.upkeep();
            outputs.sweep();
            for (Kernel kernel : kernels.unused()) {
                log.info("kernel {} is shut down: nobody uses it", kernel.id());
                end(kernel);
            }
        } catch (RuntimeException e) {
            log.error("a round of housekeeping failed", e);
        }
    }

    /// The kernels.
    public Kernels kernels() {
        return kernels;
    }

    /// The sessions.
    public Sessions sessions() {
        return sessions;
    }

    /// What is put into notebooks while no page is there.
    public UnattendedOutputs outputs() {
        return outputs;
    }

    /// Shuts a kernel down, with its sessions; outputs that no page has saved go into the notebook.
    public void end(Kernel kernel) throws InterruptedException {
        kernels.shutdown(kernel);
        clear(kernel);
    }

    private void clear(Kernel kernel) throws InterruptedException {
        outputs.closing(kernel);
        sessions.remove(session -> session.kernelId().equals(kernel.id()));
        kernels.forget(kernel);
    }

    /// Shuts all kernels down.
    public void endAll() throws InterruptedException {
        for (Kernel kernel : List.copyOf(kernels.all())) {
            end(kernel);
        }
    }

    /// Lets go of the kernels, which live on.
    @Override
    public void close() {
        closed.countDown();
        kernels.close();
    }
}
