package dev.moka.formats.recordio;

import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A cursor over the bytes of a protobuf message: tags, varints, lengths; never past the end that
/// it was given.
final class Wire {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private byte[] bytes = {};
    private Place place = Place.of("");
    private int at;
    private int end;

    /// Begins at a record.
    void begin(FrameReader frames) {
        bytes = frames.bytes();
        at = frames.start();
        end = frames.end();
        place = frames.place();
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean more() {
        return at < end;
    }

    /// Narrows the cursor to the next `length` bytes; gives the end to go back to with [#leave].
    int enter(int length) {
        int outer = end;
        end = at + length;
        return outer;
    }

    /// Goes to the narrowed end and widens the cursor again.
    void leave(int outer) {
        at = end;
        end = outer;
    }

    void move(int index) {
        at = index;
    }

    int tag() {
        long tag = varint();
        if (tag >>> 32 != 0 || tag >>> 3 == 0) {
            throw broken("a field has the number " + (tag >>> 3));
        }
        return (int) tag;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw broken("a number ends early");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw broken("a number has more than 10 bytes");
    }

    /// The length of a field, which lies within the message.
    int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw broken(
                    "a field says that it has %s bytes, %,d are left"
                            .formatted(Long.toUnsignedString(length), end - at));
        }
        return (int) length;
    }

    String string() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    byte[] blob() {
        int length = length();
        byte[] blob = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return blob;
    }

    void skip(int tag) {
        int length =
                switch (tag & 7) {
                    case VARINT -> {
                        varint();
                        yield 0;
                    }
                    case FIXED64 -> 8;
                    case BYTES -> length();
                    case FIXED32 -> 4;
                    default -> throw broken("a field has the unknown wire type " + (tag & 7));
                };
        if (length > end - at) {
            throw broken("a field ends early");
        }
        at += length;
    }

    FormatException broken(String problem) {
        return new FormatException(place, "is no protobuf record: " + problem);
    }

    FormatException wrong(String problem) {
        return new FormatException(place, problem);
    }
}
