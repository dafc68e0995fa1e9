package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what a process prints, line by line on a thread of its own, in bounded memory.
final class LineReader {
    private static final int LONGEST_LINE = 4_000;
    private static final int LAST_LINES = 20;
    private static final int LAST_CHARACTERS = 2_000;
    private static final int BACKGROUND_GRACE_MILLIS = 300;

    private static final Logger log = LoggerFactory.getLogger(LineReader.class);

    private final InputStream in;
    private final Consumer<String> output;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> last = new ArrayDeque<>();
    private volatile boolean finished;

    private LineReader(InputStream in, Consumer<String> output) {
        this.in = in;
        this.output = output;
    }

    static LineReader start(InputStream in, Consumer<String> output) {
        LineReader reader = new LineReader(in, output);
        Thread.ofVirtual().name("script output").start(reader::read);
        return reader;
    }

    /// Waits for the rest, but not for what a process in the background may still print; answers
    /// with the last lines.
    String finish() throws InterruptedException {
        boolean all = ended.await(BACKGROUND_GRACE_MILLIS, TimeUnit.MILLISECONDS);
        finished = true;
        if (!all) {
            output.accept("(processes in the background go on; what they print is not kept)");
        }
        lock.lock();
        try {
            String text = String.join("\n", last);
            return text.length() <= LAST_CHARACTERS
                    ? text
                    : "…" + text.substring(text.length() - LAST_CHARACTERS);
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        byte[] buffer = new byte[8192];
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        emit(line, length);
                        length = 0;
                    } else if (length < LONGEST_LINE) {
                        line[length++] = buffer[i];
                    }
                }
            }
            if (length > 0) {
                emit(line, length);
            }
        } catch (IOException e) {
            log.debug("The output of a script ended with its process", e);
        } finally {
            ended.countDown();
        }
    }

    private void emit(byte[] line, int length) {
        if (finished) {
            return;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        String text = new String(line, 0, end, UTF_8);
        output.accept(text);
        lock.lock();
        try {
            last.addLast(text);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }
}
