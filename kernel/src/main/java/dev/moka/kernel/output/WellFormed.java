package dev.moka.kernel.output;

/// Text that can be written as UTF-8: every surrogate has its partner.
public final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /// This text, with each lone surrogate replaced by U+FFFD.
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text, i);
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder repaired = new StringBuilder(text);
        int i = from;
        while (i < repaired.length()) {
            int codePoint = repaired.codePointAt(i);
            if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) {
                repaired.setCharAt(i, REPLACEMENT);
            }
            i += Character.charCount(codePoint);
        }
        return repaired.toString();
    }
}
