package dev.moka.lab.kernels;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// How far in a kernel's log one client session has come, on disk: a hub that starts anew goes on
/// from there.
final class CursorFile implements Closeable {
    private final Path file;
    private final RandomAccessFile bytes;
    private long position;

    private CursorFile(Path file, RandomAccessFile bytes, long position) {
        this.file = file;
        this.bytes = bytes;
        this.position = position;
    }

    /// Opens the cursor of a session.
    ///
    /// @param first where a session that has none begins
    static CursorFile open(Path folder, String session, long first) throws IOException {
        Files.createDirectories(folder);
        byte[] name = session.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(UUID.nameUUIDFromBytes(name) + ".cursor");
        RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw");
        if (bytes.length() == Long.BYTES) {
            return new CursorFile(file, bytes, bytes.readLong());
        }
        CursorFile cursor = new CursorFile(file, bytes, -1);
        cursor.save(first);
        return cursor;
    }

    long position() {
        return position;
    }

    void save(long next) throws IOException {
        if (next != position) {
            bytes.seek(0);
            bytes.writeLong(next);
            position = next;
        }
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
