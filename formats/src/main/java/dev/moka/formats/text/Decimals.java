package dev.moka.formats.text;

/// Exact conversion of `digits × 10^exponent` to the nearest double: Clinger's short cut, then the
/// Eisel-Lemire algorithm.
final class Decimals {
    /// What [#nearest] gives when only big numbers can decide; not a number that it ever finds.
    static final double UNDECIDED = Double.NaN;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;

    private Decimals() {}

    /// The double nearest to `digits × 10^exponent`, where `digits` is unsigned; or [#UNDECIDED].
    static double nearest(long digits, int exponent) {
        if (digits >>> 53 == 0 && exponent >= -22 && exponent <= 22) {
            // Both numbers are exact doubles, so that one rounding is left.
            return exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
        }
        if (digits == 0) {
            return 0;
        }
        if (exponent < PowersOfFive.SMALLEST || exponent > PowersOfFive.LARGEST) {
            return UNDECIDED;
        }
        return eiselLemire(digits, exponent);
    }

    private static double eiselLemire(long digits, int exponent) {
        int leading = Long.numberOfLeadingZeros(digits);
        long word = digits << leading;
        long factor = PowersOfFive.high(exponent);
        long high = Math.unsignedMultiplyHigh(word, factor);
        long low = word * factor;
        if ((high & 0x1FF) == 0x1FF) {
            long carry = Math.unsignedMultiplyHigh(word, PowersOfFive.low(exponent));
            low += carry;
            if (Long.compareUnsigned(carry, low) > 0) {
                high++;
            }
            if (low == -1L) {
                return UNDECIDED;
            }
        }
        int upper = (int) (high >>> 63);
        int shift = upper + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> shift;
        int power = ((217706 * exponent) >> 16) + 63 + upper - leading + BIAS;
        if (power <= 0 || power >= 2 * BIAS) {
            return UNDECIDED;
        }
        boolean tie =
                low >= 0 && low <= 1 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1;
        if (tie && mantissa << shift == high) {
            mantissa &= ~1L;
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        if (mantissa >>> (MANTISSA_BITS + 1) != 0) {
            mantissa = 1L << MANTISSA_BITS;
            power++;
        }
        return Double.longBitsToDouble(
                (mantissa & ~(1L << MANTISSA_BITS)) | (long) power << MANTISSA_BITS);
    }
}
