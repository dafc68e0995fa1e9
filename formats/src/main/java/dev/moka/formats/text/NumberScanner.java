package dev.moka.formats.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A cursor that reads decimal numbers out of bytes, each exactly as `Double.parseDouble` and
/// `Float.parseFloat` would. The bytes must have something that is no part of a number (such as a
/// line end) after the last number, and [#SLACK] bytes more after that.
public final class NumberScanner {
    /// How many readable bytes must follow the last one that counts.
    public static final int SLACK = 8;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_DIGITS = 19;
    private static final int MOST_EXPONENT = 100_000;

    private int end;
    private int written;

    /// Where the last number stopped: the index of the first byte after it, or where it should have
    /// begun when there was none.
    public int end() {
        return end;
    }

    /// The float64 at `from`; when there is none, [#end] is `from`.
    public double scanDouble(byte[] source, int from) {
        double value = scan(source, from);
        return !Double.isNaN(value) || end == from ? value : Double.parseDouble(text(source, from));
    }

    /// The float32 at `from`; when there is none, [#end] is `from`.
    public float scanFloat(byte[] source, int from) {
        double value = scan(source, from);
        if (!Double.isNaN(value)) {
            float narrow = (float) value;
            // Rounding twice errs only where the double lies half-way between two floats, or where
            // floats are subnormal.
            boolean halfway = (Double.doubleToRawLongBits(value) & 0x1FFFFFFF) == 0x10000000;
            if (!halfway && (Math.abs(narrow) >= Float.MIN_NORMAL || value == 0)) {
                return narrow;
            }
        }
        return end == from ? Float.NaN : Float.parseFloat(text(source, from));
    }

    private double scan(byte[] source, int from) {
        int at = from;
        boolean negative = source[at] == '-';
        if (negative || source[at] == '+') {
            at++;
        }
        int firstDigit = at;
        long digits = 0;
        while (isDigit(source[at])) {
            digits = digits * 10 + (source[at] - '0');
            at++;
        }
        int count = at - firstDigit;
        int exponent = 0;
        if (source[at] == '.') {
            int point = ++at;
            long eight = (long) LONGS.get(source, at);
            while (allDigits(eight)) {
                digits = digits * 100_000_000 + eightDigits(eight);
                at += 8;
                eight = (long) LONGS.get(source, at);
            }
            while (isDigit(source[at])) {
                digits = digits * 10 + (source[at] - '0');
                at++;
            }
            exponent = point - at;
            count += at - point;
        }
        if (count == 0) {
            end = from;
            return Double.NaN;
        }
        if ((source[at] | 0x20) == 'e') {
            at = exponentAt(source, at);
            exponent += written;
        }
        end = at;
        if (count > MOST_DIGITS && significant(source, firstDigit) > MOST_DIGITS) {
            return Decimals.UNDECIDED;
        }
        double value = Decimals.nearest(digits, exponent);
        return negative ? -value : value;
    }

    /// Reads `e-12`; without digits it is no exponent, and the number ends before the letter.
    private int exponentAt(byte[] source, int letter) {
        int at = letter + 1;
        boolean negative = source[at] == '-';
        if (negative || source[at] == '+') {
            at++;
        }
        int first = at;
        int value = 0;
        while (isDigit(source[at])) {
            value = Math.min(MOST_EXPONENT, value * 10 + (source[at] - '0'));
            at++;
        }
        written = negative ? -value : value;
        if (at == first) {
            written = 0;
            return letter;
        }
        return at;
    }

    private int significant(byte[] source, int from) {
        int count = 0;
        boolean leading = true;
        for (int at = from; at < end && (source[at] | 0x20) != 'e'; at++) {
            leading &= source[at] == '0' || source[at] == '.';
            count += leading || source[at] == '.' ? 0 : 1;
        }
        return count;
    }

    private String text(byte[] source, int from) {
        return new String(source, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean allDigits(long eight) {
        return ((eight & 0xF0F0F0F0F0F0F0F0L)
                        | (((eight + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) >>> 4))
                == 0x3333333333333333L;
    }

    private static long eightDigits(long eight) {
        long pairs = eight - 0x3030303030303030L;
        pairs = pairs * 10 + (pairs >>> 8);
        long high = (pairs & 0x000000FF000000FFL) * 0x000F424000000064L;
        long low = ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L;
        return (high + low) >>> 32;
    }
}
