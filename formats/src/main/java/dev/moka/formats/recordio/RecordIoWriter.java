package dev.moka.formats.recordio;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.SparseMatrix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A writer of RecordIO-protobuf, byte for byte as SageMaker's Python SDK writes it: dense rows
/// without keys and shape, sparse rows with both, labels as one more tensor; numbers keep their
/// type.
public final class RecordIoWriter implements DataWriter {
    private final OutputStream out;
    private final BackwardBuffer buffer = new BackwardBuffer();
    private final RecordEncoder encoder = new RecordEncoder(buffer);

    /// A writer to `out`.
    public RecordIoWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public void write(Dataset rows) throws IOException {
        DenseMatrix labels = rows.labels();
        for (int row = 0; row < rows.rows(); row++) {
            buffer.clear();
            if (labels.columns() > 0) {
                encoder.dense(true, labels.values(), row * labels.columns(), labels.columns());
            }
            switch (rows.features()) {
                case DenseMatrix(_, int columns, var values) ->
                        encoder.dense(false, values, row * columns, columns);
                case SparseMatrix sparse -> {
                    int from = sparse.starts()[row];
                    int count = sparse.starts()[row + 1] - from;
                    int[] keys = sparse.keys();
                    encoder.sparse(
                            sparse.values(), from, count, index -> keys[index], sparse.columns());
                }
            }
            buffer.writeFrame(out);
        }
    }

    /// Adds a whole record, which may have bytes, several keys, and notes.
    public void write(ProtobufRecord record) throws IOException {
        buffer.clear();
        encoder.record(record);
        buffer.writeFrame(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
