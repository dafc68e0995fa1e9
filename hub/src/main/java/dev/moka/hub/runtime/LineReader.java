package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what a process prints to one of its streams, line by line on a thread of its own, in
/// bounded memory.
final class LineReader {
    private static final int LONGEST_LINE = 4_000;

    private static final Logger log = LoggerFactory.getLogger(LineReader.class);

    private final InputStream in;
    private final Consumer<String> lines;
    private final CountDownLatch ended = new CountDownLatch(1);

    private LineReader(InputStream in, Consumer<String> lines) {
        this.in = in;
        this.lines = lines;
    }

    static LineReader start(InputStream in, Consumer<String> lines) {
        LineReader reader = new LineReader(in, lines);
        Thread.ofVirtual().name("script output").start(reader::read);
        return reader;
    }

    /// Waits for the rest; false when more may come.
    boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
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
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        lines.accept(new String(line, 0, end, UTF_8));
    }
}
