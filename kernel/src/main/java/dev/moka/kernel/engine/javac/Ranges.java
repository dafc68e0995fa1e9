package dev.moka.kernel.engine.javac;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Splits a cell where one compilation can't hold it: where a name is declared a second time, or a
/// variable of an earlier cell is used and then declared anew. Nearly all cells are one range.
final class Ranges {
    private final Predicate<String> isVariable;
    private final List<Range> finished = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private int start;

    private Ranges(Predicate<String> isVariable) {
        this.isVariable = isVariable;
    }

    /// @param isVariable whether an earlier cell has declared a variable of this name
    static List<Range> of(List<Piece> pieces, Predicate<String> isVariable, int end) {
        Ranges ranges = new Ranges(isVariable);
        for (Piece piece : pieces) {
            ranges.add(piece);
        }
        ranges.finished.add(new Range(ranges.start, end));
        return List.copyOf(ranges.finished);
    }

    private void add(Piece piece) {
        String name = name(piece);
        if (declared.contains(name)) {
            cut(piece.start());
        }
        if (piece instanceof Piece.Variable variable) {
            String plain = variable.tree().name.toString();
            boolean known = isVariable.test(plain) || variables.contains(plain);
            boolean usesItself = known && isSelfReferring(variable);
            if (known && (usesItself || mentioned.contains(plain))) {
                cut(piece.start());
            }
            variables.add(plain);
            if (usesItself) {
                cut(piece.end());
                return;
            }
        }
        if (!name.isEmpty()) {
            declared.add(name);
        }
        if (!(piece instanceof Piece.Method)
                && !(piece instanceof Piece.Type)
                && !(piece instanceof Piece.Import)) {
            mentioned.addAll(UnitBuilder.mentioned(List.of(piece.tree())));
        }
    }

    static boolean isSelfReferring(Piece.Variable variable) {
        return variable.tree().init != null
                && UnitBuilder.mentioned(List.of(variable.tree().init))
                        .contains(variable.tree().name.toString());
    }

    private void cut(int at) {
        if (at > start) {
            finished.add(new Range(start, at));
        }
        start = at;
        declared.clear();
        mentioned.clear();
    }

    /// What may be declared only once in a range.
    private static String name(Piece piece) {
        return switch (piece) {
            case Piece.Variable variable when !variable.tree().name.isEmpty() ->
                    "variable " + variable.tree().name;
            case Piece.Type type -> "type " + type.tree().name;
            case Piece.Method method ->
                    "method %s(%s)".formatted(method.tree().name, Signature.of(method.tree()));
            case Piece.Import line when ImportLine.of(line.tree()).isOfType() ->
                    "type " + ImportLine.of(line.tree()).simpleName();
            default -> "";
        };
    }
}
