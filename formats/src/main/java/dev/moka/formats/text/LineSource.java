package dev.moka.formats.text;

import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a UTF-8 stream, as ranges of a buffer that is used again. A byte order mark is
/// skipped; lines end with LF or CR LF; the last line may have no end. After each line there are
/// bytes enough for a [NumberScanner].
public final class LineSource implements Closeable {
    private static final int FIRST_BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 28;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private final String source;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;
    private int next;
    private int filled;
    private long number;
    private boolean ended;

    /// Lines of `in`; `source` is its name in messages.
    public LineSource(InputStream in, String source) {
        this.in = in;
        this.source = source;
    }

    /// The stream's name in messages.
    public String source() {
        return source;
    }

    /// Moves to the next line; false after the last.
    public boolean next() throws IOException {
        int searched = next;
        while (true) {
            int found = newline(searched);
            if (found >= 0) {
                return line(found, found + 1);
            }
            if (ended) {
                return next < filled && line(lastLine(), filled);
            }
            searched = filled - next;
            fill();
            searched += next;
        }
    }

    /// Moves to the next line that has anything but spaces in it; false after the last.
    public boolean nextNotBlank() throws IOException {
        while (next()) {
            for (int at = start; at < end; at++) {
                if (buffer[at] != ' ' && buffer[at] != '\t') {
                    return true;
                }
            }
        }
        return false;
    }

    /// The buffer that the line is in; changes with each move.
    public byte[] bytes() {
        return buffer;
    }

    /// Where the line starts.
    public int start() {
        return start;
    }

    /// Where the line ends, its line end not counted.
    public int end() {
        return end;
    }

    /// Which line of the file this is, counted from 1.
    public long number() {
        return number;
    }

    /// The line as text.
    public String text() {
        return text(start, end);
    }

    /// A part of the line as text.
    public String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean line(int last, int following) {
        start = next;
        end = last > start && buffer[last - 1] == '\r' ? last - 1 : last;
        next = following;
        number++;
        if (number == 1) {
            skipMark();
        }
        return true;
    }

    private int lastLine() {
        buffer[filled] = '\n';
        return filled;
    }

    private void skipMark() {
        if (end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            start += 3;
        }
        if (end - start >= 2 && (buffer[start] & buffer[start + 1] & 0xFE) == 0xFE) {
            throw new FormatException(Place.of(source), "this is UTF-16 text; save it as UTF-8");
        }
    }

    private int newline(int from) {
        int at = from;
        for (; at + 8 <= filled; at += 8) {
            long eight = (long) LONGS.get(buffer, at) ^ 0x0A0A0A0A0A0A0A0AL;
            long zeros = (eight - 0x0101010101010101L) & ~eight & 0x8080808080808080L;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled > LONGEST_LINE) {
            throw new FormatException(
                    Place.of(source, "line", number + 1),
                    "the line is longer than %,d bytes".formatted(LONGEST_LINE));
        }
        int room = buffer.length - NumberScanner.SLACK - filled;
        if (room < buffer.length / 4) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
            room = buffer.length - NumberScanner.SLACK - filled;
        }
        int count = in.read(buffer, filled, room);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }
}
