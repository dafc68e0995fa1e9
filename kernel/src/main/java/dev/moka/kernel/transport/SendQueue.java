package dev.moka.kernel.transport;

import dev.moka.protocol.jupyter.RawMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Messages on their way to a channel's thread, bounded in bytes: a sender waits for room.
final class SendQueue {
    private static final Duration INTERRUPTED_PATIENCE = Duration.ofMillis(250);

    private final long limit;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long bytes;

    /// @param patience how long a sender waits for room before it goes on regardless
    SendQueue(long limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    void add(RawMessage message, Address to) {
        Entry entry = new Entry(message, to);
        lock.lock();
        try {
            awaitRoom();
            entries.add(entry);
            bytes += entry.bytes();
        } finally {
            lock.unlock();
        }
    }

    Optional<Entry> poll() {
        lock.lock();
        try {
            Entry entry = entries.poll();
            if (entry == null) {
                return Optional.empty();
            }
            bytes -= entry.bytes();
            room.signalAll();
            return Optional.of(entry);
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom() {
        long left = patience.toNanos();
        boolean interrupted = false;
        while (bytes > limit && left > 0) {
            try {
                left = room.awaitNanos(left);
            } catch (InterruptedException e) {
                // An interrupted cell must come to its end soon, and what it printed is kept.
                interrupted = true;
                left = Math.min(left, INTERRUPTED_PATIENCE.toNanos());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    record Entry(RawMessage message, Address to) {
        long bytes() {
            long sum = (long) message.content().length + message.metadata().length;
            for (byte[] buffer : message.buffers()) {
                sum += buffer.length;
            }
            return sum;
        }
    }
}
