package dev.moka.formats.json;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;

/// A writer of JSON Lines, a row per line; NaN is written as `null`.
public final class JsonLinesWriter implements DataWriter {
    private final TextOutput out;

    /// A writer to `out`.
    public JsonLinesWriter(OutputStream out) {
        this.out = new TextOutput(out);
    }

    @Override
    public void write(Dataset rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            RowText.append(rows, row, out);
            out.endLine();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
