package dev.moka.formats.json;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.Values;
import dev.moka.formats.text.TextOutput;

/// Rows as JSON text: `{"features":[1.0,2.0]}` when dense,
/// `{"data":{"features":{"keys":…,"shape":…,"values":…}}}` when sparse, with a `label` where there
/// are labels.
final class RowText {
    private RowText() {}

    static void append(Dataset rows, int row, TextOutput out) {
        switch (rows.features()) {
            case DenseMatrix(_, int columns, var values) -> {
                out.append("{\"features\":");
                numbers(values, row * columns, columns, out);
            }
            case SparseMatrix sparse -> {
                int from = sparse.starts()[row];
                int count = sparse.starts()[row + 1] - from;
                out.append("{\"data\":{\"features\":{\"keys\":");
                numbers(Values.of(sparse.keys()), from, count, out);
                out.append(",\"shape\":[").append(sparse.columns()).append("],\"values\":");
                numbers(sparse.values(), from, count, out);
                out.append("}}");
            }
        }
        DenseMatrix labels = rows.labels();
        if (labels.columns() == 1) {
            out.append(",\"label\":");
            number(labels.values(), row, out);
        } else if (labels.columns() > 1) {
            out.append(",\"label\":");
            numbers(labels.values(), row * labels.columns(), labels.columns(), out);
        }
        out.append('}');
    }

    private static void numbers(Values values, int from, int count, TextOutput out) {
        out.append('[');
        for (int index = from; index < from + count; index++) {
            if (index > from) {
                out.append(',');
            }
            number(values, index, out);
        }
        out.append(']');
    }

    private static void number(Values values, int index, TextOutput out) {
        double value = values.get(index);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        if (Double.isNaN(value)) {
            out.append("null");
        } else {
            out.append(values, index);
        }
    }
}
