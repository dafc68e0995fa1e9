package dev.moka.kernel.transport;

import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.link.LinkFrame;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Everything that the kernel has said and the hub has not acknowledged, numbered 1, 2, 3 …, within
/// a bound.
///
/// Each connection has a number, its *generation*; what an older one does is without effect.
final class LinkOutbox {
    private final LinkSettings settings;
    private final String epoch = Ids.next();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, byte[]> retained = new HashMap<>();
    private long retainedBytes;
    private long unsentBytes;
    private long first = 1;
    private long next = 1;
    private long cursor = 1;
    private long written;
    private long acknowledged;
    private int generation;
    private boolean connected;
    private boolean stalled;
    private boolean closed;

    LinkOutbox(LinkSettings settings) {
        this.settings = settings;
    }

    /// Adds a message. Waits while a connected hub has too much to read, within the patience of the
    /// settings.
    void add(byte[] frame) {
        lock.lock();
        try {
            awaitRoom();
            retained.put(next, frame);
            next++;
            retainedBytes += frame.length;
            unsentBytes += frame.length;
            while (retainedBytes > settings.retainedBytes() && first < next - 1) {
                forgetFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Starts a new connection, which ends the one before, at what follows the hub's last message.
    Resumed resume(LinkFrame.Hello hello) {
        lock.lock();
        try {
            long last = hello.epoch().equals(epoch) ? hello.lastSequence() : 0;
            if (last < 0 || last >= next) {
                throw new ProtocolException(
                        "a hub says that it has message %d; the last one is %d"
                                .formatted(last, next - 1));
            }
            forget(last);
            long dropped = Math.max(0, first - 1 - Math.max(acknowledged, last));
            cursor = first;
            written = first - 1;
            unsentBytes = retainedBytes;
            connected = true;
            stalled = false;
            generation++;
            changed.signalAll();
            return new Resumed(generation, new LinkFrame.Welcome(epoch, first, dropped));
        } finally {
            lock.unlock();
        }
    }

    /// The next message for this connection; waits until there is one.
    ///
    /// @return nothing when the connection has ended
    Optional<LinkFrame.Data> take(int forGeneration) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (forGeneration == generation) {
                // The writer asks for more once the message before is on the wire.
                written = cursor - 1;
                changed.signalAll();
            }
            while (forGeneration == generation && connected && cursor == next && !closed) {
                changed.await();
            }
            if (forGeneration != generation || !connected || cursor == next) {
                return Optional.empty();
            }
            byte[] frame = retained.get(cursor);
            if (frame == null) {
                throw new IllegalStateException("message " + cursor + " is not kept");
            }
            cursor++;
            unsentBytes -= frame.length;
            stalled = false;
            changed.signalAll();
            return Optional.of(new LinkFrame.Data(cursor - 1, frame));
        } finally {
            lock.unlock();
        }
    }

    /// The hub of this connection has stored every message up to this one.
    void acknowledge(int forGeneration, long sequence) {
        lock.lock();
        try {
            if (forGeneration != generation) {
                return;
            }
            if (sequence < 0 || sequence >= next) {
                throw new ProtocolException(
                        "a hub acknowledges message %d; the last one is %d"
                                .formatted(sequence, next - 1));
            }
            forget(sequence);
        } finally {
            lock.unlock();
        }
    }

    /// The connection has ended.
    void disconnect(int forGeneration) {
        lock.lock();
        try {
            if (forGeneration == generation) {
                connected = false;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until no client has been there for so long, or until the outbox is closed.
    ///
    /// @return true when so much time has passed
    boolean awaitOrphaned(Duration timeout) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (!closed && (connected || left > 0)) {
                if (connected) {
                    changed.await();
                    left = timeout.toNanos();
                } else {
                    left = awaitConnection(left);
                }
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more, and waits until a connected hub has been sent everything.
    void close(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (connected && written < next - 1 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            changed.signalAll();
            lock.unlock();
        }
    }

    private long awaitConnection(long left) throws InterruptedException {
        int before = generation;
        long end = System.nanoTime() + left;
        long remaining = left;
        while (!closed && generation == before && remaining > 0) {
            changed.await(remaining, TimeUnit.NANOSECONDS);
            remaining = end - System.nanoTime();
        }
        return remaining;
    }

    private void awaitRoom() {
        try {
            long left = settings.patience().toNanos();
            long seen = cursor;
            while (connected && !stalled && !closed && unsentBytes > settings.unsentBytes()) {
                left = changed.awaitNanos(left);
                if (cursor != seen) {
                    seen = cursor;
                    left = settings.patience().toNanos();
                } else if (left <= 0) {
                    stalled = true;
                }
            }
        } catch (InterruptedException e) {
            // An interrupted cell must come to its end; what it printed is kept.
            Thread.currentThread().interrupt();
        }
    }

    private void forget(long upTo) {
        while (first <= upTo) {
            forgetFirst();
        }
        acknowledged = Math.max(acknowledged, upTo);
        changed.signalAll();
    }

    private void forgetFirst() {
        byte[] frame = retained.remove(first);
        if (frame != null) {
            retainedBytes -= frame.length;
            if (first >= cursor) {
                unsentBytes -= frame.length;
            }
        }
        first++;
        cursor = Math.max(cursor, first);
    }

    /// How a connection begins.
    record Resumed(int generation, LinkFrame.Welcome welcome) {}
}
