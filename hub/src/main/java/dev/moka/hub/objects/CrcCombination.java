package dev.moka.hub.objects;

/// The CRC of two contents put together, from the CRC of each: zlib's `crc32_combine` for any
/// reflected polynomial of up to 64 bits.
final class CrcCombination {
    private static final long CRC32 = 0xEDB88320L;
    private static final long CRC32C = 0x82F63B78L;

    private final long polynomial;
    private final int width;

    private CrcCombination(long polynomial, int width) {
        this.polynomial = polynomial;
        this.width = width;
    }

    static CrcCombination of(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> new CrcCombination(CRC32, 32);
            case CRC32C -> new CrcCombination(CRC32C, 32);
            case CRC64NVME -> new CrcCombination(Crc64Nvme.POLYNOMIAL, 64);
            case SHA1, SHA256 -> throw new IllegalArgumentException(algorithm + " is no CRC");
        };
    }

    /// @param secondLength how many bytes the second content has
    long combine(long first, long second, long secondLength) {
        if (secondLength == 0) {
            return first;
        }
        // Appending a zero bit to a content is a linear map of its CRC; squaring it doubles the
        // number of zeros.
        long[] map = new long[width];
        map[0] = polynomial;
        for (int n = 1; n < width; n++) {
            map[n] = 1L << (n - 1);
        }
        map = square(square(square(map)));
        long value = first;
        for (long length = secondLength; length != 0; length >>>= 1) {
            if ((length & 1) != 0) {
                value = times(map, value);
            }
            map = square(map);
        }
        return value ^ second;
    }

    private static long times(long[] map, long vector) {
        long sum = 0;
        long rest = vector;
        for (int n = 0; rest != 0; n++, rest >>>= 1) {
            if ((rest & 1) != 0) {
                sum ^= map[n];
            }
        }
        return sum;
    }

    private static long[] square(long[] map) {
        long[] squared = new long[map.length];
        for (int n = 0; n < map.length; n++) {
            squared[n] = times(map, map[n]);
        }
        return squared;
    }
}
