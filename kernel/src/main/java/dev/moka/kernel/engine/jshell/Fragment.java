package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.jshell.Statements.Piece;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/// The part of an unfinished cell that JShell can analyze at once: the statement at the cursor,
/// behind the statements that may declare what it uses.
///
/// @param code ends at the cursor
/// @param shift add it to a position in the code to get one in the cell; right for positions in the
///   last statement
record Fragment(String code, int shift) {
    private static final String HEAD =
            "(?s)(?:\\s|//[^\\n]*|/\\*.*?\\*/|@[\\w.]+(?:\\([^)]*\\))?)*"
                + "(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed|default)\\s+)*";
    private static final Pattern DECLARATION =
            Pattern.compile(HEAD + "(?:import|class|interface|enum|record|@interface)\\b");
    private static final Pattern METHOD =
            Pattern.compile(
                    HEAD
                            + "(?!new\\b|return\\b|throw\\b)[\\w.<>\\[\\],"
                            + " ?]+\\s+\\w+\\s*\\([^()]*\\)\\s*(?:throws[\\w., ]+)?\\{");

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
                        .filter(piece -> isStatement(piece))
                        .map(Piece::code)
                        .collect(Collectors.joining("\n"));
        String head = context.isEmpty() || !isStatement(last) ? "" : context + "\n";
        String tail = before.substring(last.offset());
        return new Fragment(head + tail, last.offset() - head.length());
    }

    /// The statement at the cursor alone.
    static Fragment alone(SourceCodeAnalysis analysis, String before) {
        List<Piece> pieces = Statements.split(analysis, before);
        int start = pieces.isEmpty() ? before.length() : pieces.getLast().offset();
        return new Fragment(before.substring(start), start);
    }

    private static boolean isStatement(Piece piece) {
        return !DECLARATION.matcher(piece.code()).lookingAt()
                && !METHOD.matcher(piece.code()).lookingAt();
    }
}
