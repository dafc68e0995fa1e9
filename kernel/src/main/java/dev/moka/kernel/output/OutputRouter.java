package dev.moka.kernel.output;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/// Knows for each thread the cell that it prints to: the one that started it, directly or through
/// other threads.
///
/// Threads that no cell started, and those of the common pool (shared by all parallel streams),
/// print to the running cell, or when none runs to the last one.
public final class OutputRouter {
    // Not static: a kernel in a test has its own, and a static would keep it alive.
    @SuppressWarnings("ThreadLocalUsage")
    private final InheritableThreadLocal<@Nullable CellOutput> owner =
            new InheritableThreadLocal<>();

    private volatile Optional<CellOutput> latest = Optional.empty();

    /// Makes the calling thread, and the threads that it starts from now on, print to this cell.
    public void enter(CellOutput output) {
        latest = Optional.of(output);
        owner.set(output);
    }

    /// Ends {@link #enter} for the calling thread only.
    public void leave() {
        owner.remove();
    }

    /// The cell that the calling thread prints to; nothing before the first cell.
    Optional<CellOutput> current() {
        CellOutput own = owner.get();
        if (own == null || isShared(Thread.currentThread())) {
            return latest;
        }
        return Optional.of(own);
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && worker.getPool().equals(ForkJoinPool.commonPool());
    }
}
