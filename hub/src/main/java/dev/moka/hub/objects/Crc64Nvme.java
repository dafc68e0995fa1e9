package dev.moka.hub.objects;

import java.util.zip.Checksum;

/// The 64-bit CRC of NVMe, reflected, eight bytes at a time.
final class Crc64Nvme implements Checksum {
    static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final long[][] TABLES = tables();

    private long crc = -1;

    @Override
    public void update(int b) {
        crc = TABLES[0][(int) (crc ^ b) & 0xFF] ^ (crc >>> 8);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        long value = crc;
        for (; end - at >= 8; at += 8) {
            value ^= (long) LONGS.get(bytes, at);
            value =
                    TABLES[7][(int) value & 0xFF]
                            ^ TABLES[6][(int) (value >>> 8) & 0xFF]
                            ^ TABLES[5][(int) (value >>> 16) & 0xFF]
                            ^ TABLES[4][(int) (value >>> 24) & 0xFF]
                            ^ TABLES[3][(int) (value >>> 32) & 0xFF]
                            ^ TABLES[2][(int) (value >>> 40) & 0xFF]
                            ^ TABLES[1][(int) (value >>> 48) & 0xFF]
                            ^ TABLES[0][(int) (value >>> 56)];
        }
        crc = value;
        for (; at < end; at++) {
            update(bytes[at]);
        }
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = -1;
    }

    private static final java.lang.invoke.VarHandle LONGS =
            java.lang.invoke.MethodHandles.byteArrayViewVarHandle(
                    long[].class, java.nio.ByteOrder.LITTLE_ENDIAN);

    private static long[][] tables() {
        long[][] tables = new long[8][256];
        for (int n = 0; n < 256; n++) {
            long value = n;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
            }
            tables[0][n] = value;
        }
        for (int table = 1; table < 8; table++) {
            for (int n = 0; n < 256; n++) {
                long before = tables[table - 1][n];
                tables[table][n] = tables[0][(int) before & 0xFF] ^ (before >>> 8);
            }
        }
        return tables;
    }
}
