package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import dev.moka.kernel.engine.Source;
import java.util.Locale;

/// The text of a method or type in the cell that declared it, from which it can be compiled again.
///
/// @param signature the types of a method's parameters, which tell overloads apart; empty for types
/// @param description for example `method f(int)` or `record Point`
record Snippet(Key key, String signature, String description, Source cell, int start, int end) {
    static Snippet of(JCMethodDecl tree, Source cell, Piece piece) {
        String name = tree.name.toString();
        String parameters = Signature.of(tree);
        return new Snippet(
                Key.method(name),
                "(%s)".formatted(parameters),
                "method %s(%s)".formatted(name, parameters),
                cell,
                piece.start(),
                piece.end());
    }

    static Snippet of(JCClassDecl tree, Source cell, Piece piece) {
        String name = tree.name.toString();
        String kind = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Snippet(Key.type(name), "", kind + " " + name, cell, piece.start(), piece.end());
    }

    /// Whether this one takes the place of the other.
    boolean replaces(Snippet other) {
        return key.equals(other.key) && signature.equals(other.signature);
    }

    /// Whether it declares the same in the same words.
    boolean isSame(Snippet other) {
        return replaces(other) && words().equals(other.words());
    }

    private String words() {
        return cell.code().substring(start, end);
    }

    /// The cell up to the end of the declaration, with blanks for all that is before it: positions
    /// and lines stay the cell's.
    String text() {
        StringBuilder text = new StringBuilder(end);
        for (int i = 0; i < start; i++) {
            char c = cell.code().charAt(i);
            text.append(c == '\n' || c == '\r' ? c : ' ');
        }
        return text.append(cell.code(), start, end).toString();
    }
}
