package dev.moka.formats.json;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Matrix;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.SparseBuilder;
import dev.moka.formats.data.ValuesBuilder;
import java.util.List;

/// Instances of one batch on their way to matrices.
final class InstanceRows {
    private final ReadOptions options;
    private int width;
    private int labelSize = -1;
    private boolean anySparse;
    private int rows;
    private ValuesBuilder dense;
    private SparseBuilder sparse;
    private ValuesBuilder labels;

    InstanceRows(ReadOptions options) {
        this.options = options;
        width = options.columns() > 0 ? options.columns() : -1;
        dense = ValuesBuilder.of(options.elementType());
        sparse = new SparseBuilder(options.elementType());
        labels = ValuesBuilder.of(options.elementType());
    }

    int rows() {
        return rows;
    }

    void add(Instance instance, Place place) {
        int columns = instance.isSparse() ? instance.columns() : instance.values().size();
        width = same(width, columns, "features", place);
        labelSize = same(labelSize, instance.labels().size(), "labels", place);
        labels.addAll(instance.labels());
        if (instance.isSparse() && !anySparse) {
            anySparse = true;
            DenseMatrix before = new DenseMatrix(rows, width, dense.build());
            for (int row = 0; row < rows; row++) {
                sparse.addDense(before.row(row));
            }
        }
        if (instance.isSparse()) {
            sparse.addAll(instance.keys(), instance.values());
            sparse.endRow();
        } else if (anySparse) {
            sparse.addDense(instance.values());
        } else {
            dense.addAll(instance.values());
        }
        rows++;
    }

    /// What was added, as a data set; the rows begin anew.
    Dataset take() {
        Matrix features =
                anySparse
                        ? sparse.build(width)
                        : new DenseMatrix(rows, Math.max(width, 0), dense.build());
        var batch =
                new Dataset(
                        features,
                        new DenseMatrix(rows, Math.max(labelSize, 0), labels.build()),
                        List.of(),
                        List.of());
        rows = 0;
        anySparse = false;
        dense = ValuesBuilder.of(options.elementType());
        sparse = new SparseBuilder(options.elementType());
        labels = ValuesBuilder.of(options.elementType());
        return batch;
    }

    private static int same(int expected, int found, String what, Place place) {
        if (expected >= 0 && expected != found) {
            throw new FormatException(
                    place, "%d %s where %d were expected".formatted(found, what, expected));
        }
        return found;
    }
}
