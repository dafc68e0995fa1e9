package dev.moka.kernel.log;

import java.io.PrintStream;
import java.time.Clock;

/// Lines on the process's real standard error, which the launcher keeps in `kernel.log`. User
/// code's `System.err` goes elsewhere.
public final class Log {
    private final PrintStream out;
    private final Clock clock;

    /// @param out the standard error that the process was started with
    public Log(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /// Notes something that a person may want to know.
    public void info(String text) {
        out.println(clock.instant() + " moka-kernel: " + text);
    }

    /// Notes a bug or a failure of the machine, with its stack.
    public void error(String text, Throwable cause) {
        synchronized (out) {
            info(text);
            cause.printStackTrace(out);
        }
    }
}
