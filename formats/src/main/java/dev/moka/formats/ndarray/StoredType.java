package dev.moka.formats.ndarray;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.ValuesBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The kinds of number that MXNet writes, by its type flags.
enum StoredType {
    FLOAT32(0, 4, ElementType.FLOAT32),
    FLOAT64(1, 8, ElementType.FLOAT64),
    FLOAT16(2, 2, ElementType.FLOAT32),
    UINT8(3, 1, ElementType.INT32),
    INT32(4, 4, ElementType.INT32),
    INT8(5, 1, ElementType.INT32),
    INT64(6, 8, ElementType.INT32);

    private final int flag;
    private final int bytes;
    private final ElementType element;

    StoredType(int flag, int bytes, ElementType element) {
        this.flag = flag;
        this.bytes = bytes;
        this.element = element;
    }

    static StoredType of(int flag, LittleEndianInput in) {
        for (StoredType type : values()) {
            if (type.flag == flag) {
                return type;
            }
        }
        throw in.wrong("has numbers of the unknown type " + flag);
    }

    static StoredType of(ElementType type) {
        return switch (type) {
            case FLOAT32 -> FLOAT32;
            case FLOAT64 -> FLOAT64;
            case INT32 -> INT32;
        };
    }

    int flag() {
        return flag;
    }

    int bytes() {
        return bytes;
    }

    ElementType element() {
        return element;
    }

    /// Adds the numbers of a piece of the file.
    void add(byte[] numbers, ValuesBuilder into, LittleEndianInput in) {
        ByteBuffer piece = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN);
        switch (this) {
            case FLOAT32, FLOAT64, INT32 ->
                    into.addBytes(numbers, 0, numbers.length / bytes, ByteOrder.LITTLE_ENDIAN);
            case FLOAT16 -> {
                while (piece.hasRemaining()) {
                    into.add(Float.float16ToFloat(piece.getShort()));
                }
            }
            case UINT8 -> {
                while (piece.hasRemaining()) {
                    into.add(Byte.toUnsignedInt(piece.get()));
                }
            }
            case INT8 -> {
                while (piece.hasRemaining()) {
                    into.add((int) piece.get());
                }
            }
            case INT64 -> {
                while (piece.hasRemaining()) {
                    into.add(fitting(piece.getLong(), in));
                }
            }
        }
    }

    private static int fitting(long value, LittleEndianInput in) {
        if (value != (int) value) {
            throw in.wrong("has the number %d, which does not fit into 32 bits".formatted(value));
        }
        return (int) value;
    }
}
