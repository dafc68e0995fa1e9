package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.Indentation;
import dev.moka.kernel.engine.jshell.Statements.Piece;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/// Whether code is complete, by JShell.
final class Readiness {
    private Readiness() {}

    static Completeness completeness(SourceCodeAnalysis analysis, String code) {
        List<Piece> pieces = Statements.split(analysis, code);
        if (pieces.isEmpty()) {
            return new Completeness.Complete();
        }
        return switch (pieces.getLast().completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> new Completeness.Complete();
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE ->
                    new Completeness.Incomplete(Indentation.after(code));
            case UNKNOWN -> new Completeness.Invalid();
        };
    }
}
