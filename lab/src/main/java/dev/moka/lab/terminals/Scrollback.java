package dev.moka.lab.terminals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The last part of what a terminal printed, and the meeting place of the one who prints and those
/// who read. Positions count characters from the terminal's beginning.
final class Scrollback {
    private static final int KEPT = 512 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<String> chunks = new ArrayDeque<>();
    private long first;
    private long end;
    private long wakes;
    private boolean closed;

    /// A piece of text and where it ends.
    record Piece(String text, long end) {}

    void append(String text) {
        lock.lock();
        try {
            chunks.add(text);
            end += text.length();
            while (end - first > KEPT && chunks.size() > 1) {
                first += chunks.remove().length();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /// All text from a position on, or what is left of it. Waits while there is none.
    Piece read(long from, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            long before = wakes;
            while (!closed && wakes == before && end <= from && left > 0) {
                left = changed.awaitNanos(left);
            }
            return new Piece(after(from), end);
        } finally {
            lock.unlock();
        }
    }

    private String after(long from) {
        StringBuilder text = new StringBuilder();
        long position = first;
        for (String chunk : chunks) {
            long next = position + chunk.length();
            if (next > from) {
                text.append(chunk, (int) Math.max(0, from - position), chunk.length());
            }
            position = next;
        }
        return text.toString();
    }

    void wake() {
        lock.lock();
        try {
            wakes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
