package dev.moka.formats.recordio;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A reader of RecordIO-protobuf into matrices: the tensors under `values` in features and labels.
/// Rows with keys give a sparse matrix, others a dense one; the numbers keep their type.
public final class RecordIoReader implements DataReader {
    private final FrameReader frames;
    private final RecordParser parser = new RecordParser();
    private final RecordRows rows;

    /// A reader of `in` under these options.
    public RecordIoReader(InputStream in, ReadOptions options) {
        frames = new FrameReader(in, options.source());
        rows = new RecordRows(parser.wire(), options.columns());
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        rows.clear();
        int count = 0;
        while (count < limit && frames.next()) {
            rows.begin();
            parser.parse(frames, rows);
            rows.end();
            count++;
        }
        return count == 0 ? Optional.empty() : Optional.of(rows.dataset());
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
