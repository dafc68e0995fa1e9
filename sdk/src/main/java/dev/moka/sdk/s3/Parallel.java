package dev.moka.sdk.s3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Transfers side by side, a limited number at once; the first failure ends the rest.
final class Parallel implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore limit;
    private final List<Future<?>> running = new ArrayList<>();

    Parallel(int limit) {
        this.limit = new Semaphore(limit);
    }

    /// Something that moves bytes.
    interface Step {
        void run() throws IOException;
    }

    /// Starts a step as soon as fewer than the limit are under way.
    void run(Step step) {
        running.add(
                threads.submit(() -> {
                    limit.acquire();
                    try {
                        step.run();
                    } finally {
                        limit.release();
                    }
                    return null;
                }));
    }

    /// Waits for all steps; the first failure in order is thrown.
    void await() throws IOException {
        for (Future<?> step : running) {
            try {
                step.get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw failure(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IOException("the transfer was interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private static IOException failure(Throwable cause) {
        return switch (cause) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> new IOException(cause);
        };
    }
}
