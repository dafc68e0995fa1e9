package dev.moka.kernel.output;

import dev.moka.kernel.log.Log;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Passes on what cells have printed, a short time after it was printed. Its thread rests while
/// nothing is printed.
public final class FlushTimer implements AutoCloseable {
    private final Log log;
    private final long delayNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition printed = lock.newCondition();
    private final Set<CellOutput> waiting = new HashSet<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("output-flush").unstarted(this::run);
    private boolean closed;

    /// @param delay how long printed text may wait for more
    public FlushTimer(Duration delay, Log log) {
        this.log = log;
        delayNanos = delay.toNanos();
    }

    /// Starts the thread.
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            printed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void flushSoon(CellOutput output) {
        lock.lock();
        try {
            waiting.add(output);
            printed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            Set<CellOutput> due = awaitDue();
            while (!due.isEmpty()) {
                due.forEach(this::flush);
                due = awaitDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush(CellOutput output) {
        try {
            output.flush();
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("printed text could not be sent", e);
        }
    }

    private Set<CellOutput> awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                printed.await();
            }
            long left = delayNanos;
            while (left > 0 && !closed) {
                left = printed.awaitNanos(left);
            }
            Set<CellOutput> due = closed ? Set.of() : Set.copyOf(waiting);
            waiting.clear();
            return due;
        } finally {
            lock.unlock();
        }
    }
}
