package dev.moka.hub.console;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Keeps pages up to date: renders again when something changed, and every few seconds for what
/// changes by itself, such as memory and time.
final class LiveStreams implements AutoCloseable {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Changes changes;
    private final Clock clock;
    private final Set<Semaphore> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LiveStreams(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// What a page shows at this moment, as HTML elements with ids.
    interface Rendering {
        String html();
    }

    /// One turn of a page that does more than to show itself; waits by itself or asks to be woken.
    interface Turn {
        /// Answers how long to wait for a change before the next turn.
        Duration take(Live live) throws IOException, InterruptedException;
    }

    /// Shows a rendering again and again.
    void follow(Context context, Predicate<Change> interest, Rendering rendering) {
        run(
                context,
                interest,
                live -> {
                    live.show(rendering.html());
                    return PACE;
                });
    }

    /// Takes turns until the browser goes or the stream has lived long enough.
    void run(Context context, Predicate<Change> interest, Turn turn) {
        Semaphore changed = new Semaphore(0);
        open.add(changed);
        try (var _ = changes.subscribe(interest, _ -> changed.release())) {
            Live live = new Live(context, clock);
            while (live.open() && !closed) {
                Duration wait = turn.take(live);
                if (changed.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            }
        } catch (IOException e) {
            // The browser went away, which is how most streams end.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(changed);
        }
    }

    /// Ends all streams, so that the server need not wait for them.
    @Override
    public void close() {
        closed = true;
        open.forEach(Semaphore::release);
    }
}
