package dev.moka.kernel.engine;

/// The expression before a dot.
public final class Receiver {
    private Receiver() {}

    /// Its text.
    ///
    /// @param end where the dot stands
    public static String before(String code, int end) {
        int at = end;
        while (at > 0) {
            char c = code.charAt(at - 1);
            if (c == ')' || c == ']') {
                at = opening(code, at - 1);
            } else if (c == '"') {
                at = Math.max(0, code.lastIndexOf('"', at - 2));
            } else if (Character.isJavaIdentifierPart(c) || c == '.' || isNew(code, at)) {
                at--;
            } else {
                break;
            }
        }
        return code.substring(at, end).strip();
    }

    /// Whether a blank belongs to `new Thing()`.
    private static boolean isNew(String code, int at) {
        return code.charAt(at - 1) == ' ' && code.startsWith("new", Math.max(0, at - 4));
    }

    private static int opening(String code, int closing) {
        int depth = 0;
        for (int at = closing; at >= 0; at--) {
            char c = code.charAt(at);
            if (c == ')' || c == ']') {
                depth++;
            } else if ((c == '(' || c == '[') && --depth == 0) {
                return at;
            }
        }
        return 0;
    }
}
