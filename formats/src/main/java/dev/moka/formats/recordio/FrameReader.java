package dev.moka.formats.recordio;

import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The frames of a RecordIO stream: magic, length, payload, zero to three bytes of padding. The
/// payload is a range of a buffer that is used again and grows with what has really arrived, never
/// with what a length promises.
final class FrameReader implements Closeable {
    static final int MAGIC = 0xCED7230A;
    static final int HEADER = 8;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_BUFFER = 1 << 16;
    private static final int LONGEST = Integer.MAX_VALUE - 64;

    private final InputStream in;
    private final String source;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int position;
    private int filled;
    private int start;
    private int end;
    private long record;

    FrameReader(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    /// Moves to the next frame; false at the end of the stream.
    boolean next() throws IOException {
        record++;
        int there = available(HEADER);
        if (there == 0) {
            return false;
        }
        if (there < HEADER) {
            throw new FormatException(
                    place(), "the file ends after %d of the 8 bytes of a header".formatted(there));
        }
        int magic = (int) INTS.get(buffer, position);
        if (magic != MAGIC) {
            throw new FormatException(
                    place(),
                    "begins with 0x%08X where RecordIO has 0x%08X; is this another format?"
                            .formatted(magic, MAGIC));
        }
        payload(Integer.toUnsignedLong((int) INTS.get(buffer, position + 4)));
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    Place place() {
        return Place.of(source, "record", record);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void payload(long length) throws IOException {
        int padding = (int) (-length & 3);
        if (length + padding > LONGEST - HEADER) {
            throw new FormatException(
                    place(),
                    "says that it has %,d bytes; more than %,d can't be read"
                            .formatted(length, LONGEST - HEADER));
        }
        int whole = (int) (HEADER + length + padding);
        int there = available(whole);
        if (there < whole) {
            throw new FormatException(
                    place(),
                    "the file ends early: the record says that it has %,d bytes and %d of padding, %,d are there"
                            .formatted(length, padding, there - HEADER));
        }
        start = position + HEADER;
        end = start + (int) length;
        position += whole;
    }

    /// Reads until `wanted` bytes are in the buffer or the stream ends; gives how many of them
    /// there are.
    private int available(int wanted) throws IOException {
        while (filled - position < wanted) {
            if (filled == buffer.length) {
                makeRoom();
            }
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return filled - position;
            }
            filled += count;
        }
        return wanted;
    }

    private void makeRoom() {
        int kept = filled - position;
        if (kept > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(LONGEST, buffer.length * 2L));
        }
        System.arraycopy(buffer, position, buffer, 0, kept);
        position = 0;
        filled = kept;
    }
}
