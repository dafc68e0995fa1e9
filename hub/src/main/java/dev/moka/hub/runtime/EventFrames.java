package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.logs.LogEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The form of an event in a file: length, two times, text, checksum, and the length again so that
/// the file can be read from its end.
final class EventFrames {
    /// Everything but the text.
    static final int AROUND = 4 + 8 + 8 + 4 + 4;

    /// No text is longer, so that a broken length is recognised before it is believed.
    static final int LONGEST_TEXT = 4 << 20;

    private EventFrames() {}

    static ByteBuffer write(List<LogEvent> events) {
        List<byte[]> texts = events.stream().map(e -> bounded(e.message())).toList();
        byte[] all = new byte[texts.stream().mapToInt(text -> text.length + AROUND).sum()];
        ByteBuffer out = ByteBuffer.wrap(all);
        for (int i = 0; i < events.size(); i++) {
            int begin = out.position();
            byte[] text = texts.get(i);
            out.putInt(text.length)
                    .putLong(events.get(i).timestamp())
                    .putLong(events.get(i).ingestedAt())
                    .put(text);
            out.putInt(checksum(all, begin, out.position() - begin));
            out.putInt(text.length);
        }
        return out.flip();
    }

    /// The event that begins at this place of the file, unless there is none or only a part.
    static Optional<Frame> at(FileChannel file, long position, long size) throws IOException {
        if (position < 0 || position + AROUND > size) {
            return Optional.empty();
        }
        int length = readInt(file, position);
        if (!isPossible(length) || position + AROUND + length > size) {
            return Optional.empty();
        }
        byte[] all = read(file, position, AROUND + length);
        ByteBuffer bytes = ByteBuffer.wrap(all);
        if (bytes.getInt(all.length - 8) != checksum(all, 0, all.length - 8)
                || bytes.getInt(all.length - 4) != length) {
            return Optional.empty();
        }
        String text = new String(all, 20, length, UTF_8);
        return Optional.of(
                new Frame(
                        position,
                        position + all.length,
                        new LogEvent(bytes.getLong(4), bytes.getLong(12), text)));
    }

    /// The event that ends at this place of the file.
    static Optional<Frame> before(FileChannel file, long end) throws IOException {
        if (end < AROUND) {
            return Optional.empty();
        }
        int length = readInt(file, end - 4);
        return isPossible(length) ? at(file, end - AROUND - length, end) : Optional.empty();
    }

    private static boolean isPossible(int length) {
        return length >= 0 && length <= LONGEST_TEXT;
    }

    private static byte[] bounded(String message) {
        byte[] text = message.getBytes(UTF_8);
        return text.length <= LONGEST_TEXT ? text : Arrays.copyOf(text, LONGEST_TEXT);
    }

    private static int readInt(FileChannel file, long position) throws IOException {
        return ByteBuffer.wrap(read(file, position, 4)).getInt(0);
    }

    private static byte[] read(FileChannel file, long position, int length) throws IOException {
        byte[] all = new byte[length];
        ByteBuffer bytes = ByteBuffer.wrap(all);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {
            // A read may give less than was asked for.
        }
        return all;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    /// An event and where it lies.
    record Frame(long start, long end, LogEvent event) {}
}
