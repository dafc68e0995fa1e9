package dev.moka.kernel.java;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Interrupts cells that run longer than they may.
final class CellTimeout implements AutoCloseable {
    private final Optional<Duration> limit;
    private final Runnable interrupt;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cell timeout").factory());

    CellTimeout(Optional<Duration> limit, Runnable interrupt) {
        this.limit = limit;
        this.interrupt = interrupt;
    }

    Outcome within(Supplier<Outcome> cell) {
        if (limit.isEmpty()) {
            return cell.get();
        }
        Duration time = limit.get();
        AtomicBoolean expired = new AtomicBoolean();
        ScheduledFuture<?> alarm =
                clock.schedule(
                        () -> {
                            expired.set(true);
                            interrupt.run();
                        },
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
        Outcome outcome = cell.get();
        alarm.cancel(false);
        return outcome instanceof Outcome.Interrupted && expired.get() ? expired(time) : outcome;
    }

    private static Outcome expired(Duration time) {
        String message =
                "the cell ran longer than the %,d ms that IJAVA_TIMEOUT allows"
                        .formatted(time.toMillis());
        return new Outcome.Failed(
                "java.util.concurrent.TimeoutException", message, List.of(message));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
