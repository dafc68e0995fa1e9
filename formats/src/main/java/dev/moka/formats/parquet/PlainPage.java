package dev.moka.formats.parquet;

import dev.moka.formats.data.Values;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A data page of plainly encoded, required numbers.
final class PlainPage {
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private PlainPage() {}

    static byte[] header(int values, int uncompressed, int compressed) {
        return ThriftWriter.struct(page ->
                page.i32(1, DATA_PAGE)
                        .i32(2, uncompressed)
                        .i32(3, compressed)
                        .struct(
                                5,
                                data -> data.i32(1, values).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
    }

    static byte[] bytes(Values values) {
        int count = values.size();
        byte[] bytes = new byte[Math.multiplyExact(count, values.type().bytes())];
        MemorySegment into = MemorySegment.ofArray(bytes);
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        switch (values) {
            case Values.Floats(var floats) -> {
                var layout = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order);
                MemorySegment.copy(floats, 0, into, layout, 0, count);
            }
            case Values.Doubles(var doubles) -> {
                var layout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
                MemorySegment.copy(doubles, 0, into, layout, 0, count);
            }
            case Values.Ints(var ints) -> {
                var layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
                MemorySegment.copy(ints, 0, into, layout, 0, count);
            }
        }
        return bytes;
    }
}
