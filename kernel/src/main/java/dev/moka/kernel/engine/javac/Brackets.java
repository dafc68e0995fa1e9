package dev.moka.kernel.engine.javac;

import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what code leaves open, so that the parser reads the statement at its end.
final class Brackets {
    private Brackets() {}

    /// The brackets and semicolons that end the code.
    static String closing(String code) {
        Deque<Character> open = new ArrayDeque<>();
        int at = 0;
        while (at < code.length()) {
            at = next(code, at, open);
        }
        StringBuilder closing = new StringBuilder();
        for (char each : open) {
            closing.append(each == '{' ? ";}" : each == '(' ? ")" : "]");
        }
        return closing.append(';').toString();
    }

    private static int next(String code, int at, Deque<Character> open) {
        char c = code.charAt(at);
        if (code.startsWith("//", at)) {
            return after(code, "\n", at);
        }
        if (code.startsWith("/*", at)) {
            return after(code, "*/", at + 2);
        }
        if (code.startsWith("\"\"\"", at)) {
            return after(code, "\"\"\"", at + 3);
        }
        switch (c) {
            case '"', '\'' -> {
                return afterLiteral(code, at);
            }
            case '(', '[', '{' -> open.push(c);
            case ')', ']', '}' -> open.poll();
            default -> {}
        }
        return at + 1;
    }

    private static int after(String code, String end, int from) {
        int found = code.indexOf(end, from);
        return found < 0 ? code.length() : found + end.length();
    }

    private static int afterLiteral(String code, int from) {
        char quote = code.charAt(from);
        int at = from + 1;
        while (at < code.length() && code.charAt(at) != quote && code.charAt(at) != '\n') {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
