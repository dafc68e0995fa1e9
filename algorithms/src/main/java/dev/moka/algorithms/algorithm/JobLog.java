package dev.moka.algorithms.algorithm;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A job's log: standard output, in the words and the form of AWS's containers. Each line is
/// written at once, so that whoever watches sees it.
public final class JobLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd:HH:mm:ss");
    private final PrintStream out;

    public JobLog(PrintStream out) {
        this.out = out;
    }

    /// `[2026-11-24:10:00:00:INFO] Single node training.`
    public void info(String message) {
        line("INFO", message);
    }

    public void warning(String message) {
        line("WARNING", message);
    }

    public void error(String message) {
        line("ERROR", message);
    }

    /// A line as it is, such as the metrics of a round.
    public void raw(String line) {
        out.println(line);
        out.flush();
    }

    private void line(String level, String message) {
        raw("[" + TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + ":" + level + "] " + message);
    }
}
