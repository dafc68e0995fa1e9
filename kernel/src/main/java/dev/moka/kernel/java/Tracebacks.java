package dev.moka.kernel.java;

import dev.moka.kernel.engine.CompileError;
import dev.moka.kernel.engine.UserNames;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Errors as a person reads them: what, where in which cell, with the line itself, and why.
final class Tracebacks {
    private static final int FRAMES = 30;
    private static final String RED = "\u001b[31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final Map<String, List<String>> cells =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
                    return size() > 500;
                }
            };

    /// Keeps a cell's text, to quote its lines.
    synchronized void remember(String cell, String code) {
        cells.put(cell, code.lines().toList());
    }

    Outcome.Failed compileErrors(String cell, List<CompileError> errors) {
        List<String> lines = new ArrayList<>();
        for (CompileError error : errors) {
            List<String> message = error.message().lines().toList();
            lines.add(
                    "%s%s, line %d:%s %serror:%s %s"
                            .formatted(
                                    CYAN,
                                    cell,
                                    error.line(),
                                    PLAIN,
                                    BOLD_RED,
                                    PLAIN,
                                    message.getFirst()));
            lines.add("    " + error.sourceLine());
            lines.add(
                    "    "
                            + pad(error.sourceLine(), error.column())
                            + RED
                            + "^"
                            + "~".repeat(error.width() - 1)
                            + PLAIN);
            message.stream().skip(1).map(line -> "    " + line.strip()).forEach(lines::add);
        }
        String first = errors.isEmpty() ? "the cell does not compile" : summary(cell, errors);
        return new Outcome.Failed("CompilationException", first, lines);
    }

    private static String summary(String cell, List<CompileError> errors) {
        CompileError first = errors.getFirst();
        String message = first.message().lines().findFirst().orElse("");
        String more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        return "%s, line %d: %s%s".formatted(cell, first.line(), message, more);
    }

    private static String pad(String line, int column) {
        String before = line.substring(0, Math.min(column - 1, line.length()));
        return before.replaceAll("[^\\t]", " ");
    }

    Outcome.Failed thrown(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        describe(thrown, "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
        return new Outcome.Failed(name(thrown), message(thrown).orElse(""), lines);
    }

    private void describe(Throwable thrown, String label, List<String> lines, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return;
        }
        String message = message(thrown).map(text -> ": " + text).orElse("");
        lines.add(label + BOLD_RED + name(thrown) + PLAIN + message);
        quote(thrown).ifPresent(lines::add);
        frames(thrown, lines);
        if (!hint(thrown).isEmpty()) {
            lines.add(hint(thrown));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            describe(suppressed, "Suppressed: ", lines, seen);
        }
        Throwable cause = thrown.getCause();
        if (cause != null) {
            describe(cause, "Caused by: ", lines, seen);
        }
    }

    /// Runs of equal frames, as a recursion leaves them, are counted instead of repeated.
    private synchronized void frames(Throwable thrown, List<String> lines) {
        String before = "";
        int repeated = 0;
        int shown = 0;
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < frames.length && shown < FRAMES; i++) {
            String text = frame(frames[i]);
            if (text.equals(before)) {
                repeated++;
                continue;
            }
            addRepeated(lines, repeated);
            lines.add(text);
            before = text;
            repeated = 0;
            shown++;
        }
        addRepeated(lines, repeated);
    }

    private static void addRepeated(List<String> lines, int repeated) {
        if (repeated > 0) {
            lines.add("    … the same %,d more times".formatted(repeated));
        }
    }

    private static String name(Throwable thrown) {
        return UserNames.clean(thrown.getClass().getName());
    }

    /// The first line of a cell on the stack.
    private synchronized Optional<String> quote(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> cells.containsKey(frame.getFileName()))
                .findFirst()
                .flatMap(frame -> {
                    List<String> code = cells.getOrDefault(frame.getFileName(), List.of());
                    int line = frame.getLineNumber();
                    return line < 1 || line > code.size()
                            ? Optional.empty()
                            : Optional.of(
                                    "%s%5d |%s %s".formatted(RED, line, PLAIN, code.get(line - 1)));
                });
    }

    private String frame(StackTraceElement frame) {
        String file = Optional.ofNullable(frame.getFileName()).orElse("");
        if (!cells.containsKey(file)) {
            String line = frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "";
            String where = file.isEmpty() ? "unknown source" : file + line;
            return "    at %s.%s(%s)".formatted(frame.getClassName(), frame.getMethodName(), where);
        }
        String where = "cell %s%s, line %d%s".formatted(CYAN, file, frame.getLineNumber(), PLAIN);
        String owner =
                frame.getClassName().equals("cell")
                        ? ""
                        : frame.getClassName().replace('$', '.') + ".";
        return frame.getMethodName().equals("<run>")
                ? "    at " + where
                : "    at %s%s (%s)".formatted(owner, frame.getMethodName(), where);
    }

    private static String hint(Throwable thrown) {
        return switch (thrown) {
            case HeadlessException _ ->
                    "A notebook has no screen for windows: end the cell with the chart or picture"
                            + " itself, or display(it).";
            case OutOfMemoryError _ ->
                    "The kernel's memory is full: drop what is not needed, or choose a larger"
                            + " instance.";
            case StackOverflowError _ -> "A method calls itself without an end.";
            default -> "";
        };
    }

    private static Optional<String> message(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getLocalizedMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("(its message could not be read: " + e.getClass().getName() + ")");
        }
    }
}
