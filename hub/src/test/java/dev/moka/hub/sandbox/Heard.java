package dev.moka.hub.sandbox;

import dev.moka.hub.workload.OutputLine;
import dev.moka.hub.workload.WorkloadEvent;
import dev.moka.hub.workload.WorkloadExit;
import dev.moka.hub.workload.WorkloadListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What a workload was heard to do.
final class Heard implements WorkloadListener {
    private static final long PATIENCE_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<OutputLine> lines = new ArrayList<>();
    private long bytes;
    private Optional<WorkloadExit> exit = Optional.empty();

    @Override
    public void on(WorkloadEvent event) {
        lock.lock();
        try {
            switch (event) {
                case WorkloadEvent.Started _ -> {}
                case WorkloadEvent.Output(var some) -> {
                    some.forEach(line -> bytes += line.text().length() + 1L);
                    if (lines.size() < 10_000) {
                        lines.addAll(some);
                    }
                }
                case WorkloadEvent.Exited(var how) -> exit = Optional.of(how);
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    WorkloadExit exit() throws Exception {
        return await(() -> exit);
    }

    OutputLine line(String text) throws Exception {
        return await(() -> lines.stream().filter(line -> line.text().contains(text)).findFirst());
    }

    List<String> texts() {
        lock.lock();
        try {
            return lines.stream().map(OutputLine::text).toList();
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private <T> T await(Supplier<Optional<T>> wanted) throws Exception {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (true) {
                Optional<T> found = wanted.get();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new TimeoutException("Heard only: " + lines + ", " + exit);
                }
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
