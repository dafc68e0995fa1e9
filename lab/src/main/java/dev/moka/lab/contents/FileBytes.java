package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.READ;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Set;

/// Whole files read into memory, up to a limit.
final class FileBytes {
    private FileBytes() {}

    static byte[] read(ApiPath path, Spot spot, long limit) throws IOException {
        requireFile(path, spot);
        try (FileChannel file = spot.folder().file(spot.name(), Set.of(READ))) {
            long size = file.size();
            if (size > limit) {
                throw Problem.tooLarge(
                        "'%s' has %d MB; the editor opens files of at most %d MB. Download it, or read it from a notebook"
                                .formatted(path, size >> 20, limit >> 20));
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) size);
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    /// Devices, sockets and pipes would block or worse.
    static void requireFile(ApiPath path, Spot spot) {
        if (!spot.exists()) {
            throw DiskFault.notThere(path);
        }
        if (!spot.isFile()) {
            throw Problem.badRequest("Cannot read non-file %s".formatted(path));
        }
    }
}
