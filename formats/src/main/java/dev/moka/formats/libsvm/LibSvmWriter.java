package dev.moka.formats.libsvm;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ReadOptions.IndexBase;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;

/// A writer of LibSVM lines; zeros are left out, and so is the label of a data set without labels.
public final class LibSvmWriter implements DataWriter {
    private final TextOutput out;
    private final int base;

    /// A writer whose indices start at 0, as XGBoost has it.
    public LibSvmWriter(OutputStream out) {
        this(out, IndexBase.ZERO);
    }

    /// A writer whose indices start there.
    public LibSvmWriter(OutputStream out, IndexBase base) {
        this.out = new TextOutput(out);
        this.base = base == IndexBase.ONE ? 1 : 0;
    }

    @Override
    public void write(Dataset rows) throws IOException {
        if (rows.labels().columns() > 1) {
            throw new IllegalArgumentException(
                    "LibSVM has one label per line, not " + rows.labels().columns());
        }
        SparseMatrix features = rows.features().sparse();
        for (int row = 0; row < rows.rows(); row++) {
            boolean labelled = rows.labels().columns() == 1;
            if (labelled) {
                out.append(rows.labels().values(), row);
            }
            for (int index = features.starts()[row]; index < features.starts()[row + 1]; index++) {
                if (labelled || index > features.starts()[row]) {
                    out.append(' ');
                }
                out.append(features.keys()[index] + (long) base).append(':');
                out.append(features.values(), index);
            }
            out.endLine();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
