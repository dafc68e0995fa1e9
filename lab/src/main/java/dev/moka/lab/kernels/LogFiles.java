package dev.moka.lab.kernels;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps a file that another process appends to from growing without end.
final class LogFiles {
    private static final long MOST = 4L << 20;
    private static final String NOTICE = "[Moka cut this log here: it was longer than 4 MiB]\n";

    private LogFiles() {}

    /// Empties a file that has grown over 4 MiB, but for its last lines. The process that writes it
    /// has opened it for appending and goes on at the new end.
    static void bound(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) <= MOST) {
            return;
        }
        String last = KernelEnd.tail(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(0);
            bytes.write((NOTICE + last + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
