package dev.moka.lab.contents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;

/// A file of the workspace, open for reading.
///
/// @param channel its bytes
/// @param model what it is
public record OpenFile(FileChannel channel, ContentsModel model) implements Closeable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
