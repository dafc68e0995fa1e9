package dev.moka.kernel.magics;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Wall time, processor time and memory allocated by the calling thread.
record Stopwatch(long nanos, long processorNanos, long allocated) {
    static Stopwatch start() {
        ThreadMXBean threads = threads();
        return new Stopwatch(
                System.nanoTime(),
                threads.getCurrentThreadCpuTime(),
                threads.getCurrentThreadAllocatedBytes());
    }

    /// What was used since the start, as a person reads it.
    String stop() {
        Stopwatch now = start();
        return "Wall time: %s, processor: %s, allocated: %s"
                .formatted(
                        time(now.nanos - nanos),
                        time(now.processorNanos - processorNanos),
                        size(now.allocated - allocated));
    }

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    private static String time(long nanos) {
        if (nanos < 1_000_000) {
            return "%.0f µs".formatted(nanos / 1e3);
        }
        return nanos < 10_000_000_000L
                ? "%.1f ms".formatted(nanos / 1e6)
                : "%.1f s".formatted(nanos / 1e9);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%.1f kB".formatted(bytes / 1e3)
                : "%.1f MB".formatted(bytes / 1e6);
    }
}
