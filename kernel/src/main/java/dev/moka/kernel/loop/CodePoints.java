package dev.moka.kernel.loop;

/// Positions in code: Jupyter counts Unicode code points, Java counts UTF-16 units.
final class CodePoints {
    private CodePoints() {}

    /// The UTF-16 offset of a code point, moved into the text when it lies outside.
    static int toOffset(String text, int codePoint) {
        int length = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.clamp(codePoint, 0, length));
    }

    /// The number of code points before an offset.
    static int fromOffset(String text, int offset) {
        return text.codePointCount(0, Math.clamp(offset, 0, text.length()));
    }
}
