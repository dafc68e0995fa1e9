package dev.moka.algorithms.serving;

import dev.moka.algorithms.algorithm.Predictions;
import dev.moka.algorithms.algorithm.Predictions.Column;
import dev.moka.formats.data.Values;
import dev.moka.formats.recordio.ProtobufRecord;
import dev.moka.formats.recordio.RecordIoWriter;
import dev.moka.formats.recordio.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Predictions as text or records, as AWS's containers write them.
final class Replies {
    private static final int PER_VALUE = 20;

    private Replies() {}

    static byte[] encode(Predictions predictions, String accept, boolean batch) {
        return switch (accept) {
            case "application/json" -> utf8(json(predictions));
            case "application/jsonlines" -> utf8(jsonLines(predictions));
            case "application/x-recordio-protobuf" -> records(predictions);
            default -> utf8(csv(predictions, batch));
        };
    }

    private static StringBuilder json(Predictions predictions) {
        StringBuilder text = builder(predictions).append("{\"").append(predictions.key());
        text.append("\": [");
        for (int row = 0; row < predictions.rows(); row++) {
            text.append(row == 0 ? "" : ", ");
            object(text, predictions, row);
        }
        return text.append("]}");
    }

    private static StringBuilder jsonLines(Predictions predictions) {
        StringBuilder text = builder(predictions);
        for (int row = 0; row < predictions.rows(); row++) {
            object(text, predictions, row);
            text.append('\n');
        }
        return text;
    }

    private static void object(StringBuilder text, Predictions predictions, int row) {
        text.append('{');
        boolean first = true;
        for (Column column : predictions.columns()) {
            text.append(first ? "\"" : ", \"").append(column.name()).append("\": ");
            first = false;
            value(text, column, row, "NaN");
        }
        text.append('}');
    }

    /// Plain rows end with a line end; in a batch a row of several numbers is a Python list, and
    /// selected output has a line end only in a batch.
    private static StringBuilder csv(Predictions predictions, boolean batch) {
        StringBuilder text = builder(predictions);
        for (int row = 0; row < predictions.rows(); row++) {
            text.append(row == 0 ? "" : "\n");
            boolean first = true;
            for (Column column : predictions.columns()) {
                text.append(first ? "" : ",");
                first = false;
                if (predictions.plain() && !batch) {
                    numbers(text, column, row, ",", "nan");
                } else if (isList(column) && !predictions.plain()) {
                    value(text.append('"'), column, row, "nan");
                    text.append('"');
                } else {
                    value(text, column, row, "nan");
                }
            }
        }
        return predictions.plain() || batch ? text.append('\n') : text;
    }

    private static void value(StringBuilder text, Column column, int row, String nan) {
        boolean list = isList(column);
        text.append(list ? "[" : "");
        numbers(text, column, row, ", ", nan);
        text.append(list ? "]" : "");
    }

    private static void numbers(
            StringBuilder text, Column column, int row, String between, String nan) {
        switch (column) {
            case Column.Numbers(_, int width, _, double[] values) -> {
                for (int i = 0; i < width; i++) {
                    text.append(i == 0 ? "" : between);
                    double value = values[row * width + i];
                    if (Double.isNaN(value)) {
                        text.append(nan);
                    } else {
                        PythonNumbers.append(text, value);
                    }
                }
            }
            case Column.Integers(_, int width, _, long[] values) -> {
                for (int i = 0; i < width; i++) {
                    text.append(i == 0 ? "" : between).append(values[row * width + i]);
                }
            }
        }
    }

    private static boolean isList(Column column) {
        return switch (column) {
            case Column.Numbers(_, _, boolean list, _) -> list;
            case Column.Integers(_, _, boolean list, _) -> list;
        };
    }

    private static byte[] records(Predictions predictions) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new RecordIoWriter(bytes)) {
            for (int row = 0; row < predictions.rows(); row++) {
                SequencedMap<String, Tensor> labels = new LinkedHashMap<>();
                for (Column column : predictions.columns()) {
                    labels.put(column.name(), tensor(column, row));
                }
                out.write(new ProtobufRecord(new LinkedHashMap<>(), labels, null, null, null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Tensor tensor(Column column, int row) {
        float[] floats =
                switch (column) {
                    case Column.Numbers(_, int width, _, double[] values) -> {
                        float[] some = new float[width];
                        for (int i = 0; i < width; i++) {
                            some[i] = (float) values[row * width + i];
                        }
                        yield some;
                    }
                    case Column.Integers(_, int width, _, long[] values) -> {
                        float[] some = new float[width];
                        for (int i = 0; i < width; i++) {
                            some[i] = values[row * width + i];
                        }
                        yield some;
                    }
                };
        return new Tensor.Numbers(Values.of(floats), new long[0], new long[0]);
    }

    private static StringBuilder builder(Predictions predictions) {
        return new StringBuilder(PER_VALUE * (predictions.rows() + 2));
    }

    private static byte[] utf8(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
