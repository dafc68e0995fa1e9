package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.jshell.Statements.Piece;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/// Whether code is complete, and how far its next line should be indented when it is not.
final class Indentation {
    private static final String STEP = "    ";

    private Indentation() {}

    static Completeness completeness(SourceCodeAnalysis analysis, String code) {
        List<Piece> pieces = Statements.split(analysis, code);
        if (pieces.isEmpty()) {
            return new Completeness.Complete();
        }
        return switch (pieces.getLast().completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> new Completeness.Complete();
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE ->
                    new Completeness.Incomplete(next(code));
            case UNKNOWN -> new Completeness.Invalid();
        };
    }

    private static String next(String code) {
        String line = code.stripTrailing().substring(code.stripTrailing().lastIndexOf('\n') + 1);
        String current = line.substring(0, line.length() - line.stripLeading().length());
        return line.endsWith("{") || line.endsWith("(") ? current + STEP : current;
    }
}
