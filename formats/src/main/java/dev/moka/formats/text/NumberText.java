package dev.moka.formats.text;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers in strings, by the rules of data files: decimal, with `NaN`, `inf` and `-Infinity` in
/// any case; no hexadecimal digits and no Java suffixes.
public final class NumberText {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(\\d++\\.?+\\d*+|\\.\\d++)([eE][+-]?+\\d++)?+");

    private NumberText() {}

    /// The number that the whole of `text` spells, if it spells one.
    public static OptionalDouble parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" ->
                    OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default ->
                    DECIMAL.matcher(text).matches()
                            ? OptionalDouble.of(Double.parseDouble(text))
                            : OptionalDouble.empty();
        };
    }
}
