package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.Frames;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// Which cell and line each snippet came from, and so each line of its class file.
final class Origins implements Frames {
    /// `REPL.$JShell$12B$Inner`: the snippet's id, a version after redefinition, a class of the
    /// user's.
    private static final Pattern CLASS =
            Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*(?:\\$(.*))?");

    /// The class of what stands in no class of the user's.
    static final String TOP_CLASS = "cell";

    /// The method of what stands in no method of the user's.
    static final String TOP_METHOD = "<run>";

    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final Function<String, Optional<SnippetWrapper>> wrappers;

    private volatile Origin current = new Origin("cell", 1);

    /// Where a snippet starts.
    ///
    /// @param line the cell's line of the snippet's first
    private record Origin(String cell, int line) {}

    /// @param wrappers finds what JShell wrapped around a snippet, by the snippet's id
    Origins(Function<String, Optional<SnippetWrapper>> wrappers) {
        this.wrappers = wrappers;
    }

    /// What is evaluated from now on starts there.
    void enter(String cell, int line) {
        current = new Origin(cell, line);
    }

    /// Names a snippet, before it runs, so that a trace that is printed while it runs is right.
    String register(int number) {
        String id = String.valueOf(number);
        origins.put(id, current);
        return id;
    }

    @Override
    public boolean isCell(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.");
    }

    @Override
    public StackTraceElement localize(StackTraceElement frame) {
        Matcher matcher = CLASS.matcher(frame.getClassName());
        if (!matcher.matches()) {
            return frame;
        }
        String userClass = Optional.ofNullable(matcher.group(2)).orElse(TOP_CLASS);
        String method =
                frame.getMethodName().equals("do_it$")
                        ? TOP_METHOD
                        : frame.getMethodName().replace("$do_it$$", "$cell$");
        Origin origin = origins.getOrDefault(matcher.group(1), new Origin("cell", 1));
        int line =
                wrappers.apply(matcher.group(1))
                        .map(wrapper ->
                                origin.line() + lineInSnippet(wrapper, frame.getLineNumber()))
                        .orElse(origin.line());
        return new StackTraceElement(userClass, method, origin.cell(), line);
    }

    /// From 0.
    private static int lineInSnippet(SnippetWrapper wrapper, int wrappedLine) {
        String wrapped = wrapper.wrapped();
        int at = 0;
        for (int line = 1; line < wrappedLine && at >= 0; line++) {
            at = wrapped.indexOf('\n', at) + 1;
        }
        while (at < wrapped.length() - 1 && Character.isWhitespace(wrapped.charAt(at))) {
            at++;
        }
        int inSource =
                Math.clamp(wrapper.wrappedToSourcePosition(at), 0, wrapper.source().length());
        return (int) wrapper.source().substring(0, inSource).chars().filter(c -> c == '\n').count();
    }
}
