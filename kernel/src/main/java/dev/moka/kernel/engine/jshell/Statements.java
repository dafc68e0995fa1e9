package dev.moka.kernel.engine.jshell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Splits a cell into the pieces that JShell takes one by one.
final class Statements {
    private Statements() {}

    /// One piece.
    ///
    /// @param text as it stands in the cell
    /// @param code what to evaluate: the text, with the semicolon that it may lack
    /// @param offset where it starts in the cell
    record Piece(String text, String code, int offset, Completeness completeness) {
        boolean incomplete() {
            return completeness == Completeness.DEFINITELY_INCOMPLETE;
        }

        /// Cannot be parsed. Such a piece is the last: what comes after it has no known start.
        boolean malformed() {
            return completeness == Completeness.UNKNOWN || incomplete();
        }
    }

    static List<Piece> split(SourceCodeAnalysis analysis, String cell) {
        List<Piece> pieces = new ArrayList<>();
        int offset = skipBlank(cell, 0);
        while (offset < cell.length()) {
            Piece piece = first(cell.substring(offset), offset, analysis);
            if (piece.completeness() == Completeness.EMPTY) {
                break;
            }
            pieces.add(piece);
            offset = skipBlank(cell, offset + Math.max(1, piece.text().length()));
        }
        return pieces;
    }

    private static Piece first(String rest, int offset, SourceCodeAnalysis analysis) {
        CompletionInfo info = analysis.analyzeCompletion(rest);
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI ->
                    new Piece(
                            rest.substring(
                                    0, Math.max(0, rest.length() - info.remaining().length())),
                            info.source(),
                            offset,
                            info.completeness());
            case CONSIDERED_INCOMPLETE ->
                    new Piece(rest, info.source(), offset, info.completeness());
            case DEFINITELY_INCOMPLETE, UNKNOWN, EMPTY ->
                    new Piece(rest, rest, offset, info.completeness());
        };
    }

    private static int skipBlank(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }
}
