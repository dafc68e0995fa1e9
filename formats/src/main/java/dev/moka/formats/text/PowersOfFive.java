package dev.moka.formats.text;

import java.math.BigInteger;

/// The 128 leading bits of 5^q for every q that a double can need, as Lemire's "Number parsing at a
/// gigabyte per second" (2021) defines them: truncated for q ≥ 0, rounded up for the reciprocals.
final class PowersOfFive {
    static final int SMALLEST = -342;
    static final int LARGEST = 308;
    private static final long[] HIGH = new long[LARGEST - SMALLEST + 1];
    private static final long[] LOW = new long[LARGEST - SMALLEST + 1];

    static {
        BigInteger five = BigInteger.valueOf(5);
        BigInteger power = BigInteger.ONE;
        for (int q = 0; q <= -SMALLEST; q++) {
            if (q <= LARGEST) {
                keep(q, leading(power));
            }
            if (q > 0) {
                int twos = power.bitLength();
                keep(
                        -q,
                        leading(
                                BigInteger.ONE
                                        .shiftLeft(2 * twos + 128)
                                        .divide(power)
                                        .add(BigInteger.ONE)));
            }
            power = power.multiply(five);
        }
    }

    private PowersOfFive() {}

    static long high(int q) {
        return HIGH[q - SMALLEST];
    }

    static long low(int q) {
        return LOW[q - SMALLEST];
    }

    private static void keep(int q, BigInteger bits) {
        HIGH[q - SMALLEST] = bits.shiftRight(64).longValue();
        LOW[q - SMALLEST] = bits.longValue();
    }

    private static BigInteger leading(BigInteger value) {
        return value.shiftRight(value.bitLength() - 128);
    }
}
