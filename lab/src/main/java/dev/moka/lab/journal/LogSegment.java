package dev.moka.lab.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One file of a {@link FrameLog}: entries of length, checksum, kind, sequence, session, frame.
///
/// Not thread-safe. A `RandomAccessFile`, because an interrupted thread would close a `FileChannel`
/// for all others.
final class LogSegment implements Closeable {
    private static final int PREFIX = 2 * Integer.BYTES;
    private static final int FIXED = 1 + Long.BYTES + Short.BYTES;
    private static final int READ_AHEAD = 8192;

    private final Path file;
    private final long base;
    private final RandomAccessFile bytes;
    private long size;

    LogSegment(Path file, long base) throws IOException {
        this.file = file;
        this.base = base;
        this.bytes = new RandomAccessFile(file.toFile(), "rw");
        this.size = bytes.length();
    }

    long base() {
        return base;
    }

    long size() {
        return size;
    }

    long end() {
        return base + size;
    }

    /// Appends an entry and returns the position after it.
    long append(LogEntry.Kind kind, long sequence, String session, byte[] frame)
            throws IOException {
        byte[] name = session.getBytes(StandardCharsets.UTF_8);
        int length = FIXED + name.length + frame.length;
        ByteBuffer entry = ByteBuffer.allocate(PREFIX + length);
        entry.putInt(length).putInt(0).put(kind.code()).putLong(sequence);
        entry.putShort((short) name.length).put(name).put(frame);
        entry.putInt(Integer.BYTES, checksum(entry.array(), PREFIX, length));
        bytes.seek(size);
        bytes.write(entry.array());
        size += entry.capacity();
        return end();
    }

    /// The entry at a position; empty when the bytes there are not a whole entry.
    Optional<LogEntry> read(long position) throws IOException {
        long offset = position - base;
        if (offset + PREFIX + FIXED > size) {
            return Optional.empty();
        }
        byte[] head = fill(offset, (int) Math.min(READ_AHEAD, size - offset));
        int length = ByteBuffer.wrap(head).getInt();
        if (length < FIXED || offset + PREFIX + length > size) {
            return Optional.empty();
        }
        byte[] entry = head.length >= PREFIX + length ? head : fill(offset, PREFIX + length);
        ByteBuffer fields = ByteBuffer.wrap(entry, 0, PREFIX + length);
        fields.getInt();
        if (fields.getInt() != checksum(entry, PREFIX, length)) {
            return Optional.empty();
        }
        return Optional.of(decode(fields, position, position + PREFIX + length));
    }

    private static LogEntry decode(ByteBuffer fields, long position, long next) {
        LogEntry.Kind kind = LogEntry.Kind.of(fields.get());
        long sequence = fields.getLong();
        byte[] session = new byte[fields.getShort()];
        fields.get(session);
        byte[] frame = new byte[fields.remaining()];
        fields.get(frame);
        String client = new String(session, StandardCharsets.UTF_8);
        return new LogEntry(position, next, kind, sequence, client, frame);
    }

    /// Cuts off everything from a position on: the torn end of a write.
    void truncate(long position) throws IOException {
        bytes.setLength(position - base);
        size = position - base;
    }

    void sync() throws IOException {
        bytes.getFD().sync();
    }

    void delete() throws IOException {
        bytes.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private byte[] fill(long offset, int length) throws IOException {
        byte[] part = new byte[length];
        bytes.seek(offset);
        int read = 0;
        while (read < length) {
            int more = bytes.read(part, read, length - read);
            if (more < 0) {
                throw new EOFException(file + " is shorter than " + size + " bytes");
            }
            read += more;
        }
        return part;
    }

    private static int checksum(byte[] entry, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(entry, offset, length);
        return (int) crc.getValue();
    }
}
