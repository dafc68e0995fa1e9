package dev.moka.algorithms.serving;

import java.math.BigDecimal;

/// Numbers written as Python writes them, which is what AWS's containers reply: `0.5`, `1e-05`,
/// `nan`.
final class PythonNumbers {
    private static final double PLAIN_MIN = 1e-4;
    private static final double JAVA_PLAIN_MIN = 1e-3;
    private static final double JAVA_PLAIN_MAX = 1e7;
    private static final double PLAIN_MAX = 1e16;

    private PythonNumbers() {}

    static void append(StringBuilder text, double value) {
        double size = Math.abs(value);
        if ((size >= JAVA_PLAIN_MIN && size < JAVA_PLAIN_MAX) || size == 0) {
            text.append(value);
        } else if (Double.isNaN(value)) {
            text.append("nan");
        } else if (Double.isInfinite(value)) {
            text.append(value > 0 ? "inf" : "-inf");
        } else if (size >= PLAIN_MIN && size < PLAIN_MAX) {
            String plain =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
            text.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
        } else {
            scientific(text, value);
        }
    }

    /// Java's `1.0E-5` is Python's `1e-05`.
    private static void scientific(StringBuilder text, double value) {
        String java = Double.toString(value);
        int letter = java.indexOf('E');
        String digits = java.substring(0, letter);
        int exponent = Integer.parseInt(java.substring(letter + 1));
        text.append(digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                .append(exponent < 0 ? "e-" : "e+")
                .append(Math.abs(exponent) < 10 ? "0" : "")
                .append(Math.abs(exponent));
    }
}
