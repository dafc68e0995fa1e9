package dev.moka.formats.json;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;

/// A writer of one JSON document, `{"instances": [row, row …]}`; NaN is written as `null`.
public final class JsonWriter implements DataWriter {
    private final TextOutput out;
    private String before = "{\"instances\":[\n";

    /// A writer to `out`.
    public JsonWriter(OutputStream out) {
        this.out = new TextOutput(out);
    }

    @Override
    public void write(Dataset rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            out.append(before);
            RowText.append(rows, row, out);
            before = ",\n";
            out.flushWhenFull();
        }
    }

    @Override
    public void close() throws IOException {
        out.append(before.startsWith(",") ? "\n]}\n" : "{\"instances\":[]}\n");
        out.close();
    }
}
