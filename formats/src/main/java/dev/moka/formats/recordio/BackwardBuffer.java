package dev.moka.formats.recordio;

import dev.moka.formats.data.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A buffer that is filled from its end to its beginning, so that the length of a message is known
/// when its turn comes.
final class BackwardBuffer {
    private static final ValueLayout.OfFloat FLOATS =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLES =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INTS =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Room after the payload for a frame's padding; always zero.
    private static final int TAIL = 3;

    private byte[] bytes = new byte[1 << 12];
    private MemorySegment segment = MemorySegment.ofArray(bytes);
    private int at = bytes.length - TAIL;

    /// Empties the buffer.
    void clear() {
        at = bytes.length - TAIL;
    }

    /// How much is in it; two such figures differ by the length of what was put in between.
    int size() {
        return bytes.length - TAIL - at;
    }

    void varint(long value) {
        int length = Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
        room(length);
        at -= length;
        long rest = value;
        int index = at;
        while ((rest & ~0x7FL) != 0) {
            bytes[index++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[index] = (byte) rest;
    }

    void int32(int value) {
        room(4);
        at -= 4;
        segment.set(INTS, at, value);
    }

    void bytes(byte[] more) {
        room(more.length);
        at -= more.length;
        System.arraycopy(more, 0, bytes, at, more.length);
    }

    void string(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Numbers of a list as protobuf packs them.
    void packed(Values values, int from, int count) {
        switch (values) {
            case Values.Floats(var floats) -> {
                room(Math.multiplyExact(count, 4));
                at -= count * 4;
                MemorySegment.copy(floats, from, segment, FLOATS, at, count);
            }
            case Values.Doubles(var doubles) -> {
                room(Math.multiplyExact(count, 8));
                at -= count * 8;
                MemorySegment.copy(doubles, from, segment, DOUBLES, at, count);
            }
            case Values.Ints(var ints) -> {
                for (int index = from + count - 1; index >= from; index--) {
                    varint(ints[index]);
                }
            }
        }
    }

    /// Writes the content as a RecordIO frame.
    void writeFrame(OutputStream out) throws IOException {
        int length = size();
        int32(length);
        int32(FrameReader.MAGIC);
        out.write(bytes, at, FrameReader.HEADER + length + (-length & 3));
    }

    private void room(int more) {
        if (more <= at) {
            return;
        }
        int size = size();
        long wanted = Math.max((long) size + more + TAIL, bytes.length * 2L);
        if (wanted > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a record of more than 2 GB can't be written");
        }
        byte[] larger = new byte[(int) wanted];
        int start = larger.length - TAIL - size;
        System.arraycopy(bytes, at, larger, start, size);
        bytes = larger;
        segment = MemorySegment.ofArray(bytes);
        at = start;
    }
}
