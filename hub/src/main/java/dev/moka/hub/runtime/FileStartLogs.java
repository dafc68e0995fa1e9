package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.StartLog;
import dev.moka.hub.notebook.StartLogChunk;
import dev.moka.hub.notebook.StartLogs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The logs of starts as files `run/logs/start-N.log`; the newest twenty of an instance are kept.
public final class FileStartLogs implements StartLogs {
    private static final int LARGEST_PIECE = 64 * 1024;
    private static final int KEPT = 20;

    private final Home home;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    public FileStartLogs(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public StartLog open(InstanceKey key, int start) {
        try {
            Home.makePrivate(home.run(key));
            Files.createDirectories(file(key, start).getParent());
            Files.deleteIfExists(file(key, start - KEPT));
            return new FileStartLog(file(key, start), clock, this::signal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StartLogChunk read(InstanceKey key, int start, long position, Duration patience)
            throws InterruptedException {
        Path file = file(key, start);
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (size(file) <= position && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
        return piece(file, position);
    }

    private void signal() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private StartLogChunk piece(Path file, long position) {
        long size = size(file);
        if (size <= position) {
            return new StartLogChunk("", position, true);
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(LARGEST_PIECE, size - position)];
            log.seek(position);
            log.readFully(bytes);
            int end = wholeLines(bytes);
            return new StartLogChunk(
                    new String(bytes, 0, end, UTF_8), position + end, position + end == size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? bytes.length : end;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private Path file(InstanceKey key, int start) {
        return home.run(key).resolve("logs").resolve("start-%d.log".formatted(start));
    }
}
