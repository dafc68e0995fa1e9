package dev.moka.formats.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// A stream of rows from one file, read in batches; closing it closes the file. Data that breaks
/// the format's rules ends in a [FormatException].
public interface DataReader extends Closeable {

    /// The next rows, at most `limit` of them; empty after the last.
    Optional<Dataset> next(int limit) throws IOException;

    /// All rows that are left.
    default Dataset readAll() throws IOException {
        return next(Integer.MAX_VALUE).orElseGet(Dataset::empty);
    }
}
