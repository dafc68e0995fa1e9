package dev.moka.hub.logs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes lines to a log stream in small batches; a stream that can't be written loses lines, never
/// the process that prints them.
public final class LogSink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogSink.class);
    private static final long PATIENCE_MILLIS = 200;
    private static final int MOST_WAITING = 500;

    private final LogEventStore events;
    private final String stream;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<LogEvent> waiting = new ArrayList<>();
    private long flushedAt;
    private boolean broken;

    LogSink(LogEventStore events, String stream, Clock clock) {
        this.events = events;
        this.stream = stream;
        this.clock = clock;
    }

    public void line(String text) {
        lock.lock();
        try {
            long now = clock.millis();
            waiting.add(new LogEvent(now, now, text));
            if (now - flushedAt >= PATIENCE_MILLIS || waiting.size() >= MOST_WAITING) {
                flush(now);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            flush(clock.millis());
        } finally {
            lock.unlock();
        }
    }

    private void flush(long now) {
        flushedAt = now;
        if (waiting.isEmpty() || broken) {
            waiting.clear();
            return;
        }
        try {
            events.append(stream, List.copyOf(waiting));
        } catch (RuntimeException e) {
            broken = true;
            log.error("Log stream {} can't be written; what comes next is lost", stream, e);
        }
        waiting.clear();
    }
}
