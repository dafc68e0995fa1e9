package dev.moka.algorithms.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A data file's bytes, unpacked when its name ends in `.gz`.
final class DataFileInput {
    private static final int BUFFER = 1 << 16;

    private DataFileInput() {}

    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return ChannelFiles.name(file).endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }
}
