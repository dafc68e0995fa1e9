package dev.moka.kernel.engine;

import dev.moka.kernel.engine.Statements.Piece;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/// The part of an unfinished cell that JShell can analyze at once: the statement at the cursor,
/// behind the statements that may declare what it uses.
///
/// @param code ends at the cursor
/// @param shift add it to a position in the code to get one in the cell; right for positions in the
///   last statement
record Fragment(String code, int shift) {
    /// @param before the cell up to the cursor
    static Fragment at(SourceCodeAnalysis analysis, String before) {
        List<Piece> pieces = Statements.split(analysis, before);
        if (pieces.size() <= 1) {
            int start = pieces.isEmpty() ? before.length() : pieces.getFirst().offset();
            return new Fragment(before.substring(start), start);
        }
        Piece last = pieces.getLast();
        String context =
                pieces.subList(0, pieces.size() - 1).stream()
                        .filter(piece -> isStatement(analysis, piece))
                        .map(Piece::code)
                        .collect(Collectors.joining("\n"));
        String head = context.isEmpty() || !isStatement(analysis, last) ? "" : context + "\n";
        String tail = before.substring(last.offset());
        return new Fragment(head + tail, last.offset() - head.length());
    }

    /// The statement at the cursor alone.
    static Fragment alone(SourceCodeAnalysis analysis, String before) {
        List<Piece> pieces = Statements.split(analysis, before);
        int start = pieces.isEmpty() ? before.length() : pieces.getLast().offset();
        return new Fragment(before.substring(start), start);
    }

    private static boolean isStatement(SourceCodeAnalysis analysis, Piece piece) {
        return analysis.sourceToSnippets(piece.code()).stream()
                .map(Snippet::kind)
                .allMatch(kind ->
                        switch (kind) {
                            case IMPORT, TYPE_DECL, METHOD -> false;
                            case VAR, EXPRESSION, STATEMENT, ERRONEOUS -> true;
                        });
    }
}
