package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Interpreter.Outcome;

/// One row of the table of magics.
///
/// @param name without `%`
/// @param kind where it may stand
/// @param usage for example `%maven GROUP:ARTIFACT:VERSION ...`
/// @param summary one sentence
/// @param action what it does
public record Magic(String name, Kind kind, String usage, String summary, Action action) {
    /// Where a magic may stand.
    public enum Kind {
        /// `%name`
        LINE,
        /// `%%name`
        CELL,
        /// Both.
        BOTH
    }

    /// What a magic does.
    @FunctionalInterface
    public interface Action {
        /// Does it.
        ///
        /// @throws MagicException when it can't
        Outcome run(Call call, Session session) throws Exception;
    }

    /// A magic as it stands in a cell.
    ///
    /// @param body the lines below `%%name`; empty for `%name`
    /// @param wholeCell whether it was `%%name`
    public record Call(String name, String arguments, String body, boolean wholeCell) {
        /// The arguments at blanks; quotes keep blanks together.
        public java.util.List<String> words() {
            return Words.split(arguments);
        }
    }

    boolean isLine() {
        return kind != Kind.CELL;
    }

    boolean isCell() {
        return kind != Kind.LINE;
    }
}
