package dev.moka.kernel.loop;

import dev.moka.protocol.jupyter.Json;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Publishes `busy` and `idle`.
///
/// Front ends show the last status, whoever caused it. So when something small is answered while a
/// cell runs, `busy` is repeated for the cell after the small thing's `idle`.
final class Status {
    private final Outbox outbox;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Request> running = Optional.empty();

    Status(Outbox outbox) {
        this.outbox = outbox;
    }

    void starting() {
        publish(Optional.empty(), "starting");
    }

    /// What the *cells* thread does now.
    void busyRunning(Request request) {
        lock.lock();
        try {
            running = Optional.of(request);
            publish(running, "busy");
        } finally {
            lock.unlock();
        }
    }

    void idleRunning(Request request) {
        lock.lock();
        try {
            running = Optional.empty();
            publish(Optional.of(request), "idle");
        } finally {
            lock.unlock();
        }
    }

    /// What another thread does beside it.
    void busyBeside(Request request) {
        publish(Optional.of(request), "busy");
    }

    void idleBeside(Request request) {
        lock.lock();
        try {
            publish(Optional.of(request), "idle");
            if (running.isPresent()) {
                publish(running, "busy");
            }
        } finally {
            lock.unlock();
        }
    }

    private void publish(Optional<Request> cause, String state) {
        outbox.publish(cause, "status", Json.object().put("execution_state", state));
    }
}
