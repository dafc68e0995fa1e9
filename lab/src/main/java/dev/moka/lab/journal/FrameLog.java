package dev.moka.lab.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The append-only log of one kernel, in files of bounded size and number.
///
/// A position is a byte count from the log's beginning and stays valid across restarts. When the
/// log grows over its limit its oldest file goes; readers see that {@link #first()} has moved past
/// them. Entries are in the operating system's cache when {@link #append} returns, so that the end
/// of this process, however sudden, loses none; {@link #sync} puts them on the disk.
public final class FrameLog implements Closeable {
    private final Path folder;
    private final LogLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final TreeMap<Long, LogSegment> segments = new TreeMap<>();
    private long wakes;
    private boolean dirty;
    private boolean closed;

    private FrameLog(Path folder, LogLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// Opens the log in a folder, or starts one.
    ///
    /// @param each called with every entry that is already there, oldest first
    public static FrameLog open(Path folder, LogLimits limits, Consumer<LogEntry> each)
            throws IOException {
        Files.createDirectories(folder);
        FrameLog log = new FrameLog(folder, limits);
        log.recover(each);
        return log;
    }

    private void recover(Consumer<LogEntry> each) throws IOException {
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            long base = Long.parseLong(name, 0, name.length() - ".log".length(), 16);
            LogSegment segment = new LogSegment(file, base);
            segments.put(base, segment);
            scan(segment, each);
        }
        if (segments.isEmpty()) {
            start(0);
        }
    }

    private static void scan(LogSegment segment, Consumer<LogEntry> each) throws IOException {
        long position = segment.base();
        Optional<LogEntry> entry = segment.read(position);
        while (entry.isPresent()) {
            each.accept(entry.get());
            position = entry.get().next();
            entry = segment.read(position);
        }
        segment.truncate(position);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var stream = Files.newDirectoryStream(folder, "*.log")) {
            stream.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    private void start(long base) throws IOException {
        segments.put(base, new LogSegment(folder.resolve("%016x.log".formatted(base)), base));
    }

    /// Appends an entry, and wakes those who wait for one.
    public LogEntry append(LogEntry.Kind kind, long sequence, String session, byte[] frame)
            throws IOException {
        lock.lock();
        try {
            LogSegment segment = current();
            long position = segment.end();
            long next = segment.append(kind, sequence, session, frame);
            dirty = true;
            grown.signalAll();
            return new LogEntry(position, next, kind, sequence, session, frame);
        } finally {
            lock.unlock();
        }
    }

    private LogSegment current() throws IOException {
        LogSegment last = segments.lastEntry().getValue();
        if (last.size() < limits.segmentBytes()) {
            return last;
        }
        start(last.end());
        while (length() > limits.totalBytes() && segments.size() > 1) {
            segments.pollFirstEntry().getValue().delete();
        }
        return segments.lastEntry().getValue();
    }

    private long length() {
        return segments.lastEntry().getValue().end() - segments.firstKey();
    }

    /// The position of the oldest entry that is kept.
    public long first() {
        lock.lock();
        try {
            return segments.firstKey();
        } finally {
            lock.unlock();
        }
    }

    /// The position after the newest entry.
    public long end() {
        lock.lock();
        try {
            return segments.lastEntry().getValue().end();
        } finally {
            lock.unlock();
        }
    }

    /// The entry at a position, or the oldest that is kept when that one is gone; empty at the end
    /// of the log.
    public Optional<LogEntry> read(long position) throws IOException {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            long from = Math.max(position, segments.firstKey());
            return segments.floorEntry(from).getValue().read(from);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is an entry at or after a position, the log is closed, {@link #wake} is
    /// called, or the time is up.
    public void await(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            long before = wakes;
            while (!closed
                    && wakes == before
                    && left > 0
                    && segments.lastEntry().getValue().end() <= position) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Wakes everyone who waits, so that they look whether to go on.
    public void wake() {
        lock.lock();
        try {
            wakes++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Puts on the disk what was appended since the last time.
    public void sync() throws IOException {
        lock.lock();
        try {
            if (dirty && !closed) {
                dirty = false;
                segments.lastEntry().getValue().sync();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            for (LogSegment segment : segments.values()) {
                segment.close();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
