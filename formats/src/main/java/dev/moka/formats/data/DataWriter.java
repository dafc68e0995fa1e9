package dev.moka.formats.data;

import java.io.Closeable;
import java.io.IOException;

/// A file that takes rows, batch after batch; it is whole once it is closed. Closing it closes the
/// stream beneath.
public interface DataWriter extends Closeable {

    /// Adds rows. All batches of a file have the same columns.
    void write(Dataset rows) throws IOException;
}
