package dev.moka.formats.parquet;

import java.nio.ByteBuffer;

/// A cursor over a struct in Thrift's compact protocol that looks for numbers in it, and in the
/// structs within it.
final class ThriftReader {
    private static final int DEEPEST = 16;
    private static final int LONGEST_VARINT = 63;

    /// What is told of each number: the numbers of the fields that lead to it (`5 × 100 + 1` is
    /// field 1 of field 5), and itself.
    interface Numbers {
        void number(int path, long value);
    }

    private final ByteBuffer bytes;
    private final Numbers numbers;

    private ThriftReader(ByteBuffer bytes, Numbers numbers) {
        this.bytes = bytes;
        this.numbers = numbers;
    }

    /// Reads the struct at the buffer's position, which is then after it. Bytes that are no struct
    /// end in a runtime exception.
    static void read(ByteBuffer bytes, Numbers numbers) {
        new ThriftReader(bytes, numbers).struct(0, 0);
    }

    private void struct(int path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a header is nested too deeply");
        }
        int field = 0;
        for (int head = bytes.get() & 0xFF; head != 0; head = bytes.get() & 0xFF) {
            int delta = head >>> 4;
            field = delta == 0 ? (int) zigzag() : field + delta;
            value(head & 0xF, path * 100 + field, depth);
        }
    }

    private void value(int type, int path, int depth) {
        switch (type) {
            case 1, 2 -> numbers.number(path, type == 1 ? 1 : 0);
            case 3 -> numbers.number(path, bytes.get());
            case 4, 5, 6 -> numbers.number(path, zigzag());
            case 7 -> skip(8);
            case 8 -> skip(varint());
            case 9, 10 -> list(depth);
            case 12 -> struct(path, depth + 1);
            default -> throw new IllegalArgumentException("a header has the unknown type " + type);
        }
    }

    private void list(int depth) {
        int head = bytes.get() & 0xFF;
        long size = head >>> 4 == 15 ? varint() : head >>> 4;
        int type = head & 0xF;
        for (long item = 0; item < size; item++) {
            if (type <= 2) {
                skip(1);
            } else {
                value(type, -1, depth + 1);
            }
        }
    }

    private void skip(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("a header ends early");
        }
        bytes.position(bytes.position() + (int) count);
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_VARINT; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a header has a number of more than 10 bytes");
    }
}
