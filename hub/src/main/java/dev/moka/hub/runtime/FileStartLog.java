package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.notebook.StartLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A start's log file. What goes beyond two MiB is left out, which the log says once.
final class FileStartLog implements StartLog {
    private static final long LARGEST = 2L * 1024 * 1024;
    private static final int LONGEST_LINE = 4_000;

    /// So much is kept free for the lines of Moka itself, which must not be lost to a script's
    /// noise.
    private static final long RESERVE = 64L * 1024;

    /// Stands between the time and what a script said on its standard error.
    private static final String ERROR = "! ";

    private final Clock clock;
    private final Runnable grown;
    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private long size;
    private boolean cut;

    FileStartLog(Path file, Clock clock, Runnable grown) throws IOException {
        this.clock = clock;
        this.grown = grown;
        this.out = new FileOutputStream(file.toFile(), true);
        this.size = file.toFile().length();
    }

    @Override
    public void line(String text) {
        write(" ", text);
    }

    @Override
    public void output(String text) {
        printed(" ", text);
    }

    @Override
    public void error(String text) {
        printed(ERROR, text);
    }

    private void printed(String mark, String text) {
        lock.lock();
        try {
            if (size < LARGEST - RESERVE) {
                write(mark, text);
            } else if (!cut) {
                cut = true;
                write(" ", "(the script prints more than the log keeps; the rest is left out)");
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        grown.run();
    }

    private void write(String mark, String text) {
        String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            lines.append(time).append(mark).append(bounded(line)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(UTF_8);
        lock.lock();
        try {
            if (size + bytes.length <= LARGEST) {
                out.write(bytes);
                size += bytes.length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
        grown.run();
    }

    private static String bounded(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
