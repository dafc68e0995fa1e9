package dev.moka.formats.recordio;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.ValuesBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What one `Value` message says, parsed into arrays that are used again for the next.
final class TensorParser {
    private static final int VALUES = 1;
    private static final int KEYS = 2;
    private static final int SHAPE = 3;

    private final ValuesBuilder floats = ValuesBuilder.of(ElementType.FLOAT32);
    private final ValuesBuilder doubles = ValuesBuilder.of(ElementType.FLOAT64);
    private final ValuesBuilder ints = ValuesBuilder.of(ElementType.INT32);
    private final List<byte[]> blobs = new ArrayList<>();
    private ValuesBuilder numbers = floats;
    private boolean bytes;
    private @Nullable String contentType;
    private long[] keys = new long[16];
    private int keyCount;
    private final long[] shape = new long[8];
    private int dimensions;

    /// The numbers that are stored.
    ValuesBuilder numbers() {
        return numbers;
    }

    int keyCount() {
        return keyCount;
    }

    long key(int index) {
        return keys[index];
    }

    /// The number of columns that the shape says, or -1 without a shape.
    long columns(Wire wire) {
        long product = 1;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            if (shape[dimension] < 0
                    || Math.multiplyHigh(product, shape[dimension]) != 0
                    || product * shape[dimension] < 0) {
                throw wire.wrong(
                        "the shape %s is too large"
                                .formatted(Arrays.toString(Arrays.copyOf(shape, dimensions))));
            }
            product *= shape[dimension];
        }
        return dimensions == 0 ? -1 : product;
    }

    boolean isBytes() {
        return bytes;
    }

    Tensor tensor() {
        return bytes
                ? new Tensor.Bytes(blobs, contentType)
                : new Tensor.Numbers(
                        numbers.build(),
                        Arrays.copyOf(keys, keyCount),
                        Arrays.copyOf(shape, dimensions));
    }

    /// Parses the message that the cursor was narrowed to.
    void parse(Wire wire) {
        clear(floats, false);
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case 2 << 3 | Wire.BYTES -> numbers(wire, floats);
                case 3 << 3 | Wire.BYTES -> numbers(wire, doubles);
                case 7 << 3 | Wire.BYTES -> numbers(wire, ints);
                case 9 << 3 | Wire.BYTES -> blobs(wire);
                default -> wire.skip(tag);
            }
        }
        if (keyCount != 0 && keyCount != numbers.size()) {
            throw wire.wrong("has %d keys for %d values".formatted(keyCount, numbers.size()));
        }
    }

    private void clear(ValuesBuilder into, boolean isBytes) {
        numbers = into;
        numbers.truncate(0);
        bytes = isBytes;
        blobs.clear();
        contentType = null;
        keyCount = 0;
        dimensions = 0;
    }

    private void numbers(Wire wire, ValuesBuilder into) {
        clear(into, false);
        int outer = wire.enter(wire.length());
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag >>> 3) {
                case VALUES -> values(wire, tag, into);
                case KEYS -> integers(wire, tag, this::addKey);
                case SHAPE -> integers(wire, tag, extent -> addExtent(wire, extent));
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
    }

    private void values(Wire wire, int tag, ValuesBuilder into) {
        if (into.type() == ElementType.INT32) {
            integers(wire, tag, value -> into.add((int) value));
            return;
        }
        int width = into.type().bytes();
        int single = width == 4 ? Wire.FIXED32 : Wire.FIXED64;
        int length = (tag & 7) == single ? width : packed(wire, tag);
        if (length % width != 0 || length > wire.end() - wire.at()) {
            throw wire.broken(
                    "%d bytes of values are no whole number of %s"
                            .formatted(length, into.type().label()));
        }
        into.addBytes(wire.bytes(), wire.at(), length / width, ByteOrder.LITTLE_ENDIAN);
        wire.move(wire.at() + length);
    }

    private static int packed(Wire wire, int tag) {
        if ((tag & 7) != Wire.BYTES) {
            throw wire.broken("values have the wire type " + (tag & 7));
        }
        return wire.length();
    }

    private static void integers(Wire wire, int tag, LongConsumer into) {
        if ((tag & 7) == Wire.VARINT) {
            into.accept(wire.varint());
            return;
        }
        int outer = wire.enter(packed(wire, tag));
        while (wire.more()) {
            into.accept(wire.varint());
        }
        wire.leave(outer);
    }

    private void addKey(long key) {
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, keyCount * 2);
        }
        keys[keyCount++] = key;
    }

    private void addExtent(Wire wire, long extent) {
        if (dimensions == shape.length) {
            throw wire.wrong("has a shape of more than %d dimensions".formatted(shape.length));
        }
        shape[dimensions++] = extent;
    }

    private void blobs(Wire wire) {
        clear(floats, true);
        int outer = wire.enter(wire.length());
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case 1 << 3 | Wire.BYTES -> blobs.add(wire.blob());
                case 2 << 3 | Wire.BYTES -> contentType = wire.string();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
    }
}
