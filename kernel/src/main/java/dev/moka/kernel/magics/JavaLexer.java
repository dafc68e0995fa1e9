package dev.moka.kernel.magics;

/// Follows Java source line by line, just far enough to know whether a statement is open at a
/// line's end.
final class JavaLexer {
    private static final String CONTINUES = "=+-*/&|^!~<>?:,.([{%@";

    private int depth;
    private boolean comment;
    private boolean textBlock;
    private char last = ';';

    /// Where a line leaves the source.
    enum State {
        /// Inside a bracket, a comment, a text block, or after an operator.
        OPEN,
        /// After `;` or `}`, or at the very start.
        AFTER_STATEMENT,
        /// After something that may be a whole expression.
        AFTER_EXPRESSION
    }

    State state() {
        if (depth > 0 || comment || textBlock || CONTINUES.indexOf(last) >= 0) {
            return State.OPEN;
        }
        return last == ';' || last == '}' ? State.AFTER_STATEMENT : State.AFTER_EXPRESSION;
    }

    void accept(String line) {
        int at = 0;
        while (at < line.length()) {
            at = step(line, at);
        }
    }

    private int step(String line, int at) {
        if (comment) {
            int end = line.indexOf("*/", at);
            comment = end < 0;
            return comment ? line.length() : end + 2;
        }
        if (textBlock) {
            return insideTextBlock(line, at);
        }
        char c = line.charAt(at);
        if (line.startsWith("//", at)) {
            return line.length();
        }
        if (line.startsWith("/*", at)) {
            comment = true;
            return at + 2;
        }
        if (line.startsWith("\"\"\"", at)) {
            textBlock = true;
            return at + 3;
        }
        if (c == '"' || c == '\'') {
            last = c;
            return afterLiteral(line, at);
        }
        if ("([{".indexOf(c) >= 0) {
            depth++;
        } else if (")]}".indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        return at + 1;
    }

    private int insideTextBlock(String line, int at) {
        if (line.charAt(at) == '\\') {
            return at + 2;
        }
        if (line.startsWith("\"\"\"", at)) {
            textBlock = false;
            last = '"';
            return at + 3;
        }
        return at + 1;
    }

    private static int afterLiteral(String line, int start) {
        char quote = line.charAt(start);
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
