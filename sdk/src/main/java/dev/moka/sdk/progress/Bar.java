package dev.moka.sdk.progress;

import dev.moka.sdk.progress.Progress.Transfer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The state of one bar: how much has moved, how fast, and when it was last drawn.
final class Bar implements Transfer {
    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final double MEGA = 1e6;

    /// Where a bar is drawn.
    interface Canvas {
        void draw(Bar bar, boolean last);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final String what;
    private final long bytes;
    private final Canvas canvas;
    private final LongSupplier nanoTime;
    private final long began;
    private long drawn;
    private long moved;
    private boolean closed;

    Bar(String what, long bytes, Canvas canvas, LongSupplier nanoTime) {
        this.what = what;
        this.bytes = bytes;
        this.canvas = canvas;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        drawn = began;
    }

    @Override
    public void moved(long more) {
        lock.lock();
        try {
            moved += more;
            long now = nanoTime.getAsLong();
            if (now - drawn >= REDRAW && !closed) {
                drawn = now;
                canvas.draw(this, false);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                canvas.draw(this, true);
            }
        } finally {
            lock.unlock();
        }
    }

    String what() {
        return what;
    }

    /// How much of it has moved, from 0 to 1.
    double share() {
        return bytes == 0 ? 1 : Math.clamp((double) moved / bytes, 0, 1);
    }

    /// `12.3 of 45.6 MB, 98.7 MB/s`.
    String figures() {
        double seconds = Math.max(1e-3, (nanoTime.getAsLong() - began) / 1e9);
        return String.format(
                Locale.ROOT,
                "%.1f of %.1f MB, %.1f MB/s",
                moved / MEGA,
                bytes / MEGA,
                moved / MEGA / seconds);
    }
}
