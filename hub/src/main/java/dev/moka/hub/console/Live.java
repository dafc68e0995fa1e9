package dev.moka.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// One browser's event stream, written by the thread of its request.
///
/// A stream ends after a minute and the browser comes again, so that an ended session ends its
/// streams too.
final class Live {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final ServletOutputStream out;
    private final Clock clock;
    private final Instant end;
    private String last = "";

    Live(Context context, Clock clock) throws IOException {
        context.contentType("text/event-stream; charset=utf-8");
        context.header("Cache-Control", "no-store");
        context.header("X-Accel-Buffering", "no");
        this.out = context.res().getOutputStream();
        this.clock = clock;
        this.end = clock.instant().plus(LIFE);
        write(": hello\n\n");
    }

    boolean open() {
        return clock.instant().isBefore(end);
    }

    /// Shows the elements on the page, unless it has them so already; otherwise only makes sure
    /// that somebody is still there.
    void show(String html) throws IOException {
        if (html.equals(last)) {
            write(":\n\n");
            return;
        }
        last = html;
        event("show", "", html);
    }

    /// Sends an event; browsers give its id back when they come again.
    void event(String name, String id, String data) throws IOException {
        StringBuilder event = new StringBuilder(data.length() + 64);
        event.append("event: ").append(name).append('\n');
        if (!id.isEmpty()) {
            event.append("id: ").append(id).append('\n');
        }
        data.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        write(event.append('\n').toString());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
