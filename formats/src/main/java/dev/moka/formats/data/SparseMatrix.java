package dev.moka.formats.data;

import java.util.Arrays;

/// A matrix that stores only some numbers of each row (compressed sparse rows); the others are
/// zero.
///
/// @param rows how many rows
/// @param columns how many columns
/// @param starts where each row starts in `keys` and `values`, and at the end where the last one
///   stops: `rows + 1` of them
/// @param keys the column of each stored number, counted from 0
/// @param values the stored numbers
public record SparseMatrix(int rows, int columns, int[] starts, int[] keys, Values values)
        implements Matrix {
    public SparseMatrix {
        if (starts.length != rows + 1
                || keys.length != values.size()
                || starts[rows] != keys.length) {
            throw new IllegalArgumentException(
                    "%d rows need %d starts that end at the number of keys; there are %d starts, %d keys, %d values"
                            .formatted(rows, rows + 1, starts.length, keys.length, values.size()));
        }
        for (int key : keys) {
            if (key < 0 || key >= columns) {
                throw new IllegalArgumentException(
                        "key %d is not below %d".formatted(key, columns));
            }
        }
    }

    @Override
    public double get(int row, int column) {
        for (int index = starts[row]; index < starts[row + 1]; index++) {
            if (keys[index] == column) {
                return values.get(index);
            }
        }
        return 0;
    }

    @Override
    public ElementType type() {
        return values.type();
    }

    /// The columns of one row that are stored, as a copy.
    public int[] keys(int row) {
        return Arrays.copyOfRange(keys, starts[row], starts[row + 1]);
    }

    /// The numbers of one row that are stored, as a copy.
    public Values values(int row) {
        return values.slice(starts[row], starts[row + 1]);
    }

    @Override
    public SparseMatrix slice(int from, int to) {
        int[] shifted = Arrays.copyOfRange(starts, from, to + 1);
        int first = shifted[0];
        Arrays.setAll(shifted, row -> shifted[row] - first);
        int last = starts[to];
        return new SparseMatrix(
                to - from,
                columns,
                shifted,
                Arrays.copyOfRange(keys, first, last),
                values.slice(first, last));
    }

    @Override
    public DenseMatrix dense() {
        if ((long) rows * columns > ValuesBuilder.MOST) {
            throw new FormatException(
                    "%,d rows of %,d columns are too many numbers to store every one"
                            .formatted(rows, columns));
        }
        var all = ValuesBuilder.of(type());
        double[] line = new double[columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(line, 0);
            for (int index = starts[row]; index < starts[row + 1]; index++) {
                line[keys[index]] = values.get(index);
            }
            all.addAll(new Values.Doubles(line));
        }
        return new DenseMatrix(rows, columns, all.build());
    }

    @Override
    public SparseMatrix sparse() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(keys, that.keys)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + values.hashCode();
    }

    @Override
    public String toString() {
        return "SparseMatrix[%d × %d, %d stored]".formatted(rows, columns, keys.length);
    }
}
