package dev.moka.formats.csv;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.text.TextOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A writer of CSV: labels first, then features, as SageMaker's algorithms want them; lines end
/// with LF.
public final class CsvWriter implements DataWriter {
    private final TextOutput out;
    private boolean headerDue;

    private CsvWriter(OutputStream out, boolean header) {
        this.out = new TextOutput(out);
        headerDue = header;
    }

    /// A writer without a header row, which is what SageMaker's algorithms read.
    public static CsvWriter of(OutputStream out) {
        return new CsvWriter(out, false);
    }

    /// A writer whose first row has the columns' names, where the data set has them.
    public static CsvWriter withHeader(OutputStream out) {
        return new CsvWriter(out, true);
    }

    @Override
    public void write(Dataset rows) throws IOException {
        header(rows);
        DenseMatrix labels = rows.labels();
        DenseMatrix features = rows.features().dense();
        for (int row = 0; row < rows.rows(); row++) {
            fields(labels, row, "");
            fields(features, row, labels.columns() > 0 ? "," : "");
            out.endLine();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void fields(DenseMatrix matrix, int row, String before) {
        String separator = before;
        int first = row * matrix.columns();
        for (int index = first; index < first + matrix.columns(); index++) {
            out.append(separator).append(matrix.values(), index);
            separator = ",";
        }
    }

    private static Stream<String> labelNames(Dataset rows) {
        return rows.labelNames().isEmpty()
                ? IntStream.range(0, rows.labels().columns())
                        .mapToObj(number -> number == 0 ? "label" : "label_" + number)
                : rows.labelNames().stream();
    }

    private void header(Dataset rows) throws IOException {
        if (headerDue && !rows.featureNames().isEmpty()) {
            String names =
                    Stream.concat(labelNames(rows), rows.featureNames().stream())
                            .map(CsvFields::quoted)
                            .collect(Collectors.joining(","));
            out.append(names).endLine();
        }
        headerDue = false;
    }
}
