package dev.moka.lab.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.moka.lab.kernels.ClientSink;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A response of server-sent events as the end of a kernel's feed, written by its request's own
/// thread. Messages carry a frame in Base64; the named events are `attached` (with the connection's
/// number), `again` (the page is to connect once more) and `end` (with a WebSocket's close code and
/// reason).
final class EventStreamSink implements ClientSink {
    private static final int WINDOW_KIB = 1024;

    /// Then the page comes again, so that who may not any more is found out.
    private static final Duration LIFE = Duration.ofMinutes(1);

    private static final Duration QUIET = Duration.ofSeconds(10);

    private final ServletOutputStream out;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Semaphore window = new Semaphore(WINDOW_KIB, true);
    private volatile boolean closed;

    private record Event(byte[] text, Runnable written, boolean isLast) {}

    EventStreamSink(Context context) throws IOException {
        context.contentType("text/event-stream; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        // Javalin's own stream would compress, and keep back what is said.
        this.out = context.res().getOutputStream();
    }

    @Override
    public void send(byte[] frame, Runnable delivered) throws IOException, InterruptedException {
        int cost = Math.clamp(frame.length / 1024 + 1, 1, WINDOW_KIB);
        window.acquire(cost);
        if (closed) {
            throw new IOException("the event stream is closed");
        }
        String text = "data: " + Base64.getEncoder().encodeToString(frame) + "\n\n";
        events.add(
                new Event(
                        text.getBytes(US_ASCII),
                        () -> {
                            delivered.run();
                            window.release(cost);
                        },
                        false));
    }

    /// Nothing to do: [#run] keeps the stream in use.
    @Override
    public void keepAlive() {}

    @Override
    public void close(int code, String reason) {
        String data = Json.object().put("code", code).put("reason", reason).toString();
        events.add(new Event(named("end", data), () -> {}, true));
        letGo();
    }

    private void letGo() {
        closed = true;
        window.release(WINDOW_KIB);
    }

    /// Writes what is sent until the stream is closed or has lived long enough.
    ///
    /// @throws IOException when the page is gone
    void run(long connection) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIFE.toNanos();
        try {
            write(named("attached", Long.toString(connection)));
            while (System.nanoTime() < end) {
                Event next = events.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    write(":\n\n".getBytes(US_ASCII));
                    continue;
                }
                write(next.text());
                next.written().run();
                if (next.isLast()) {
                    return;
                }
            }
            write(named("again", ""));
        } finally {
            letGo();
        }
    }

    private void write(byte[] text) throws IOException {
        out.write(text);
        if (events.isEmpty()) {
            out.flush();
        }
    }

    private static byte[] named(String event, String data) {
        return "event: %s\ndata: %s\n\n".formatted(event, data).getBytes(US_ASCII);
    }
}
