package dev.moka.formats.recordio;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.Matrix;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.SparseBuilder;
import dev.moka.formats.data.Values;
import dev.moka.formats.data.ValuesBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of one batch on their way to matrices.
final class RecordRows implements RecordParser.Parts {
    private static final int UNKNOWN = -1;

    private final Wire wire;
    private final int asked;
    private int width;
    private int labelWidth = UNKNOWN;
    private int rows;
    private @Nullable ValuesBuilder dense;
    private @Nullable SparseBuilder sparse;
    private @Nullable ValuesBuilder labels;
    private boolean featuresSeen;
    private int labelsSeen;

    RecordRows(Wire wire, int columns) {
        this.wire = wire;
        asked = columns;
        width = columns > 0 ? columns : UNKNOWN;
    }

    void clear() {
        rows = 0;
        dense = null;
        sparse = null;
        labels = null;
    }

    void begin() {
        featuresSeen = false;
        labelsSeen = 0;
    }

    @Override
    public void text(int field, String value) {
        // Identifiers and notes are no part of a matrix.
    }

    @Override
    public void tensor(boolean label, String key, TensorParser tensor) {
        if (!key.equals(ProtobufRecord.VALUES)) {
            throw wire.wrong(
                    "has %s under the key %s; only 'values' can be read as a matrix"
                            .formatted(label ? "a label" : "features", Place.quoted(key)));
        }
        if (tensor.isBytes()) {
            throw wire.wrong(
                    "has bytes as its %s, not numbers".formatted(label ? "label" : "features"));
        }
        if (label ? labelsSeen > 0 : featuresSeen) {
            throw wire.wrong("has two %s".formatted(label ? "labels" : "features"));
        }
        if (label) {
            label(tensor);
        } else {
            features(tensor);
        }
    }

    void end() {
        if (!featuresSeen) {
            throw wire.wrong("has no features");
        }
        if (labelWidth == UNKNOWN) {
            labelWidth = labelsSeen;
        }
        if (labelWidth != labelsSeen) {
            throw wire.wrong(
                    "has %d labels where the first record has %d"
                            .formatted(labelsSeen, labelWidth));
        }
        rows++;
    }

    Dataset dataset() {
        DenseMatrix labelMatrix =
                labels == null || labelWidth == 0
                        ? DenseMatrix.empty(rows)
                        : new DenseMatrix(rows, labelWidth, labels.build());
        return new Dataset(features(), labelMatrix, List.of(), List.of());
    }

    private Matrix features() {
        if (sparse != null) {
            return sparse.build(Math.max(width, sparse.widest()));
        }
        Values all = dense == null ? Values.none(ElementType.FLOAT32) : dense.build();
        return new DenseMatrix(rows, all.size() / Math.max(rows, 1), all);
    }

    private void label(TensorParser tensor) {
        if (tensor.keyCount() > 0) {
            throw wire.wrong("has a sparse label");
        }
        labelsSeen = tensor.numbers().size();
        ValuesBuilder into =
                labels == null
                        ? ValuesBuilder.of(tensor.numbers().type())
                        : labels.widenedFor(tensor.numbers().type());
        into.addAll(tensor.numbers());
        labels = into;
    }

    private void features(TensorParser tensor) {
        featuresSeen = true;
        long columns = tensor.columns(wire);
        int stored = tensor.numbers().size();
        if (tensor.keyCount() > 0 || (columns >= 0 && columns != stored)) {
            sparseRow(tensor, columns);
        } else {
            denseRow(tensor);
        }
    }

    private void denseRow(TensorParser tensor) {
        width(tensor.numbers().size());
        if (sparse != null) {
            sparse.addDense(tensor.numbers().build());
            return;
        }
        ValuesBuilder into =
                dense == null
                        ? ValuesBuilder.of(tensor.numbers().type())
                        : dense.widenedFor(tensor.numbers().type());
        into.addAll(tensor.numbers());
        dense = into;
    }

    private void sparseRow(TensorParser tensor, long columns) {
        if (tensor.keyCount() == 0 && tensor.numbers().size() > 0) {
            throw wire.wrong(
                    "has %d values for a shape of %,d".formatted(tensor.numbers().size(), columns));
        }
        if (columns >= 0) {
            if (columns > Integer.MAX_VALUE) {
                throw wire.wrong("has %,d columns; 2,147,483,647 is the most".formatted(columns));
            }
            width((int) columns);
        }
        SparseBuilder into = sparseBuilder(tensor.numbers().type());
        int[] keys = new int[tensor.keyCount()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = key(tensor.key(index));
        }
        into.addAll(keys, tensor.numbers().build());
        into.endRow();
    }

    private int key(long key) {
        long limit = width == UNKNOWN ? Integer.MAX_VALUE : width;
        if (key < 0 || key >= limit) {
            throw wire.wrong(
                    "has the key %s, which is not below %,d"
                            .formatted(Long.toUnsignedString(key), limit));
        }
        return (int) key;
    }

    /// The builder of sparse rows, after what came before it in this batch.
    private SparseBuilder sparseBuilder(ElementType type) {
        if (sparse != null) {
            return sparse;
        }
        var builder = new SparseBuilder(type);
        if (dense != null) {
            DenseMatrix before = (DenseMatrix) features();
            for (int row = 0; row < rows; row++) {
                builder.addDense(before.row(row));
            }
        }
        sparse = builder;
        return builder;
    }

    private void width(int columns) {
        if (width == UNKNOWN) {
            width = columns;
        }
        if (width != columns) {
            String expected = asked > 0 ? "the options ask for" : "the first record has";
            throw wire.wrong("has %d features where %s %d".formatted(columns, expected, width));
        }
    }
}
