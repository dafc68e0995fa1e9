package dev.moka.protocol.container;

import java.util.regex.Pattern;

/// A line of a container's output and the form that CloudWatch Logs shows of it.
///
/// SageMaker's log agent writes control characters as syslog does: a tab becomes `#011`. AWS's
/// metric definitions for XGBoost expect that form; those that people write by hand often expect a
/// tab.
public final class LogLine {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = 127;

    private LogLine() {}

    /// The line with each control character as `#` and three octal digits.
    public static String escaped(String line) {
        int first = firstControl(line);
        if (first < 0) {
            return line;
        }
        var text = new StringBuilder(line.length() + 8).append(line, 0, first);
        for (int i = first; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isControl(c)) {
                text.append('#').append("%03o".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// Finds a metric's value in a line, whichever form the pattern was written for; NaN when the
    /// line has none. The value is the pattern's first group.
    public static double metric(Pattern pattern, String line) {
        double plain = find(pattern, line);
        return Double.isNaN(plain) && firstControl(line) >= 0
                ? find(pattern, escaped(line))
                : plain;
    }

    private static double find(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        if (!matcher.find() || matcher.groupCount() < 1 || matcher.group(1) == null) {
            return Double.NaN;
        }
        // `\S+` of AWS's patterns goes on over the next `#011`.
        String value = matcher.group(1).split("#", 2)[0];
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static int firstControl(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isControl(line.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return c < FIRST_PRINTABLE || c == DELETE;
    }
}
