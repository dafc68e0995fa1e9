package dev.moka.kernel.engine;

/// One error that the compiler found.
///
/// @param line in the cell, from 1
/// @param column of the first character in error, from 1
/// @param width characters in error on that line, at least 1
/// @param sourceLine the text of that line
/// @param message the compiler's, one or more lines
public record CompileError(int line, int column, int width, String sourceLine, String message) {
    /// An error between two positions of the code.
    public static CompileError at(String code, long start, long end, String message) {
        int from = Math.clamp(start, 0, code.length());
        int lineStart = code.lastIndexOf('\n', from - 1) + 1;
        int lineEnd = code.indexOf('\n', from);
        if (lineEnd < 0) {
            lineEnd = code.length();
        }
        int line = 1 + (int) code.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        int width = Math.clamp(end - from, 1, Math.max(1, lineEnd - from));
        return new CompileError(
                line, from - lineStart + 1, width, code.substring(lineStart, lineEnd), message);
    }
}
