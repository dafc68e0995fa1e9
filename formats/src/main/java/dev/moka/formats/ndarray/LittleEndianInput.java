package dev.moka.formats.ndarray;

import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A stream of little-endian numbers that never allocates more than what has arrived.
final class LittleEndianInput {
    private static final int CHUNK = 1 << 16;
    private final InputStream in;
    private final String source;
    private Place place;

    LittleEndianInput(InputStream in, String source) {
        this.in = in;
        this.source = source;
        place = Place.of(source);
    }

    /// Says which array is read, for messages.
    void array(long number) {
        place = Place.of(source, "array", number);
    }

    int int32() throws IOException {
        return ByteBuffer.wrap(bytes(4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    long int64() throws IOException {
        return ByteBuffer.wrap(bytes(8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw wrong(
                    "the file ends early: %,d bytes are there of %,d"
                            .formatted(bytes.length, count));
        }
        return bytes;
    }

    /// Hands on `count` bytes in pieces that are multiples of eight, but for the last.
    void pieces(long count, Pieces to) throws IOException {
        for (long left = count; left > 0; left -= CHUNK) {
            to.accept(bytes((int) Math.min(CHUNK, left)));
        }
    }

    boolean atEnd() throws IOException {
        return in.read() < 0;
    }

    FormatException wrong(String problem) {
        return new FormatException(place, problem);
    }

    interface Pieces {
        void accept(byte[] piece);
    }
}
