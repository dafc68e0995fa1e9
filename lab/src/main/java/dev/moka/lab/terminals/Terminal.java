package dev.moka.lab.terminals;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One shell on a pseudo terminal. Pages come and go; each is first shown the last half megabyte.
public final class Terminal {
    private static final Logger log = LoggerFactory.getLogger(Terminal.class);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(25);
    private static final long AHEAD = 128 * 1024;
    private static final long PATIENCE_MS = 1000;
    private static final int LARGEST_SIDE = 1000;

    private final String name;
    private final PtyProcess shell;
    private final Clock clock;
    private final Scrollback text = new Scrollback();
    private final Set<View> views = ConcurrentHashMap.newKeySet();
    private final Semaphore progress = new Semaphore(0);
    private volatile Instant lastActivity;

    Terminal(String name, PtyProcess shell, Clock clock) {
        this.name = name;
        this.shell = shell;
        this.clock = clock;
        this.lastActivity = clock.instant();
    }

    /// Begins to read what the shell prints.
    ///
    /// @param ended called when the shell has ended
    void start(Runnable ended) {
        // A pty is read in native code, which would hold up a virtual thread's carrier.
        Thread.ofPlatform().daemon().name("terminal " + name).start(() -> read(ended));
    }

    private void read(Runnable ended) {
        try (Reader out = new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[8192];
            int size = out.read(buffer);
            while (size >= 0) {
                text.append(new String(buffer, 0, size));
                lastActivity = clock.instant();
                awaitViews();
                size = out.read(buffer);
            }
        } catch (IOException e) {
            // Linux: reading a pty whose shell has ended is an input/output error.
            log.debug("terminal {}: {}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            text.close();
            ended.run();
        }
    }

    /// Holds the shell up while even the fastest page is far behind.
    private void awaitViews() throws InterruptedException {
        progress.drainPermits();
        while (isTooFarAhead() && progress.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            progress.drainPermits();
        }
    }

    private boolean isTooFarAhead() {
        long end = text.end();
        return !views.isEmpty() && views.stream().allMatch(view -> end - view.position > AHEAD);
    }

    /// Its name, a number.
    public String name() {
        return name;
    }

    /// When something was typed or printed last.
    public Instant lastActivity() {
        return lastActivity;
    }

    /// Types text into the shell.
    public void type(String keys) throws IOException {
        lastActivity = clock.instant();
        shell.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }

    /// Says how large the page's terminal is.
    public void resize(int rows, int columns) {
        shell.setWinSize(
                new WinSize(
                        Math.clamp(columns, 2, LARGEST_SIDE), Math.clamp(rows, 2, LARGEST_SIDE)));
    }

    /// Shows the terminal on a page, from the scrollback on, until the page or the shell ends.
    public View show(TerminalSink sink) {
        View view = new View(sink);
        views.add(view);
        Thread.ofVirtual().name("terminal-view " + name).start(view::run);
        return view;
    }

    /// Ends the shell and what runs in it.
    void end() {
        ProcessHandle.of(shell.pid())
                .ifPresent(process -> {
                    process.descendants().forEach(ProcessHandle::destroy);
                    // An interactive shell ignores the polite signal.
                    process.destroyForcibly();
                });
        shell.destroy();
        text.close();
    }

    /// The terminal on one page.
    public final class View {
        private final TerminalSink sink;
        private volatile boolean closed;
        private volatile long position;

        private View(TerminalSink sink) {
            this.sink = sink;
        }

        private void run() {
            try {
                pump();
            } catch (IOException e) {
                log.debug("terminal {}: {}", name, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                views.remove(this);
                progress.release();
            }
        }

        private void pump() throws IOException, InterruptedException {
            while (!closed) {
                Scrollback.Piece piece = text.read(position, KEEP_ALIVE);
                if (!piece.text().isEmpty()) {
                    sink.stdout(piece.text());
                    position = piece.end();
                    progress.release();
                } else if (text.isClosed()) {
                    sink.disconnect();
                    return;
                } else {
                    sink.keepAlive();
                }
            }
        }

        /// The page has gone.
        public void close() {
            closed = true;
            text.wake();
        }
    }
}
