package dev.moka.hub.runtime;

import dev.moka.hub.notebook.StartLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// What a script prints to its two streams, on its way into the start's log.
///
/// Each line is passed on as soon as it is read, so that lines of the two streams stand in the
/// order in which they were printed, but for those that come at the same moment.
final class ScriptOutput {
    private static final int LAST_LINES = 20;
    private static final int LAST_CHARACTERS = 2_000;
    private static final Duration BACKGROUND_GRACE = Duration.ofMillis(300);

    private final StartLog log;
    private final LineReader out;
    private final LineReader err;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> last = new ArrayDeque<>();
    private boolean finished;

    private ScriptOutput(Process process, StartLog log) {
        this.log = log;
        this.out = LineReader.start(process.getInputStream(), line -> pass(line, log::output));
        this.err = LineReader.start(process.getErrorStream(), line -> pass(line, log::error));
    }

    static ScriptOutput of(Process process, StartLog log) {
        return new ScriptOutput(process, log);
    }

    /// Waits for the rest, but not for what a process in the background may still print; answers
    /// with the last lines.
    String finish() throws InterruptedException {
        boolean all = out.await(BACKGROUND_GRACE);
        all &= err.await(BACKGROUND_GRACE);
        lock.lock();
        try {
            finished = true;
            if (!all) {
                log.output("(processes in the background go on; what they print is not kept)");
            }
            String text = String.join("\n", last);
            return text.length() <= LAST_CHARACTERS
                    ? text
                    : "…" + text.substring(text.length() - LAST_CHARACTERS);
        } finally {
            lock.unlock();
        }
    }

    private void pass(String line, Consumer<String> to) {
        lock.lock();
        try {
            if (finished) {
                return;
            }
            to.accept(line);
            last.addLast(line);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }
}
