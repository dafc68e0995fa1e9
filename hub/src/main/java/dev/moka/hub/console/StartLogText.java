package dev.moka.hub.console;

import dev.moka.hub.console.view.LogLine;
import dev.moka.hub.notebook.StartStep;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a start's log: its lines as a page shows them, and when each step was first heard
/// of.
///
/// @param position where the text ends in the log
record StartLogText(String text, long position) {
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\S+Z)(!?) ?(.*)");
    private static final Pattern OWN =
            Pattern.compile(
                    "(Capacity|Packages|OnCreate|OnStart|Note|Failed): .*|Ready", Pattern.DOTALL);

    static final StartLogText EMPTY = new StartLogText("", 0);

    /// This text and what the log said next.
    StartLogText and(String more, long end) {
        return new StartLogText(text + more, end);
    }

    /// The last lines, at most so many.
    List<LogLine> lines(int most, Moments moments) {
        List<String> all = text.lines().toList();
        return all.stream()
                .skip(Math.max(0, all.size() - most))
                .map(line -> line(line, moments))
                .toList();
    }

    /// When each step first said something.
    Map<StartStep, Instant> begun() {
        Map<StartStep, Instant> begun = new EnumMap<>(StartStep.class);
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> {
                    for (StartStep step : StartStep.values()) {
                        if (line.group(2).isEmpty() && of(step, line.group(3))) {
                            begun.putIfAbsent(step, instant(line.group(1)));
                        }
                    }
                });
        return begun;
    }

    private static boolean of(StartStep step, String said) {
        return said.startsWith(step.word() + ":") || said.equals(step.word());
    }

    private static LogLine line(String line, Moments moments) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return new LogLine("", LogLine.Kind.OUT, Ansi.html(line));
        }
        String said = matcher.group(3);
        LogLine.Kind kind = matcher.group(2).isEmpty() ? kind(said) : LogLine.Kind.ERR;
        return new LogLine(moments.exact(instant(matcher.group(1))), kind, Ansi.html(said));
    }

    private static LogLine.Kind kind(String said) {
        if (said.startsWith("Failed: ")) {
            return LogLine.Kind.FAILED;
        }
        return OWN.matcher(said).matches() ? LogLine.Kind.STEP : LogLine.Kind.OUT;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
