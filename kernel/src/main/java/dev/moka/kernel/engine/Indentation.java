package dev.moka.kernel.engine;

/// How far the line after unfinished code should be indented.
public final class Indentation {
    private static final String STEP = "    ";

    private Indentation() {}

    /// The blanks that the next line should start with.
    public static String after(String code) {
        String line = code.stripTrailing().substring(code.stripTrailing().lastIndexOf('\n') + 1);
        String current = line.substring(0, line.length() - line.stripLeading().length());
        return line.endsWith("{") || line.endsWith("(") ? current + STEP : current;
    }
}
