package dev.moka.kernel.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns bytes into text as they come; the bytes of one character may come in pieces. Not
/// thread-safe.
final class Utf8Text {
    private static final int LONGEST = 4;

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer pending = ByteBuffer.allocate(LONGEST);

    /// Adds the characters that these bytes complete.
    void decode(byte[] bytes, int offset, int length, StringBuilder to) {
        ByteBuffer in = joined(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        decoder.decode(in, out, false);
        to.append(out.flip());
        pending.put(in);
    }

    private ByteBuffer joined(byte[] bytes, int offset, int length) {
        if (pending.position() == 0) {
            return ByteBuffer.wrap(bytes, offset, length);
        }
        ByteBuffer joined = ByteBuffer.allocate(pending.position() + length);
        joined.put(pending.flip()).put(bytes, offset, length).flip();
        pending.clear();
        return joined;
    }
}
