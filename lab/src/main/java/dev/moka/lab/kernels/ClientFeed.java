package dev.moka.lab.kernels;

import dev.moka.lab.journal.FrameLog;
import dev.moka.lab.journal.LabMessages;
import dev.moka.lab.journal.LogEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of one client session: reads the kernel's log from the session's cursor on, at
/// the pace that the client takes it.
final class ClientFeed {
    private static final Logger log = LoggerFactory.getLogger(ClientFeed.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int GOING_AWAY_RECONNECT = 1012;

    private final String session;
    private final FrameLog frames;
    private final CursorFile cursor;
    private final ClientSink sink;
    private final Duration keepAlive;
    private final AtomicLong delivered;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopped;

    ClientFeed(
            String session,
            FrameLog frames,
            CursorFile cursor,
            ClientSink sink,
            Duration keepAlive) {
        this.session = session;
        this.frames = frames;
        this.cursor = cursor;
        this.sink = sink;
        this.keepAlive = keepAlive;
        this.delivered = new AtomicLong(cursor.position());
    }

    void start() {
        Thread.ofVirtual().name("kernel-client " + session).start(this::run);
    }

    private void run() {
        try {
            pump();
        } catch (IOException e) {
            log.debug("client {}: {}", session, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish();
        }
    }

    private void pump() throws IOException, InterruptedException {
        long at = cursor.position();
        long asked = System.nanoTime();
        while (!stopped) {
            if (System.nanoTime() - asked >= keepAlive.toNanos()) {
                sink.keepAlive();
                asked = System.nanoTime();
            }
            Optional<LogEntry> next = frames.read(at);
            if (next.isPresent()) {
                at = pass(at, next.get());
            } else {
                cursor.save(delivered.get());
                frames.await(at, keepAlive);
            }
        }
    }

    private long pass(long at, LogEntry entry) throws IOException, InterruptedException {
        if (entry.position() > at) {
            String text =
                    "[Moka: this page was too slow; %,d bytes of the kernel's output are gone]\n"
                            .formatted(entry.position() - at);
            sink.send(LabMessages.notice(session, null, text), () -> {});
        }
        if (entry.isFor(session)) {
            sink.send(entry.frame(), () -> delivered.set(entry.next()));
        }
        return entry.next();
    }

    private void finish() {
        try {
            cursor.save(delivered.get());
            cursor.close();
        } catch (IOException e) {
            log.warn("the place of client {} in the log could not be kept", session, e);
        }
        done.countDown();
    }

    /// Ends the connection and waits until its place is kept.
    void stop(int code, String reason) throws InterruptedException {
        stopped = true;
        sink.close(code, reason);
        frames.wake();
        if (!done.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
            log.warn("client {} did not end", session);
        }
    }

    /// As {@link #stop}, for a client that is to connect again.
    void stopForRestart() throws InterruptedException {
        stop(GOING_AWAY_RECONNECT, "The server restarts");
    }
}
