package dev.moka.formats.data;

/// A matrix that stores every number, row after row.
///
/// @param rows how many rows
/// @param columns how many columns
/// @param values the numbers, row by row: `rows × columns` of them
public record DenseMatrix(int rows, int columns, Values values) implements Matrix {
    public DenseMatrix {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.size()) {
            throw new IllegalArgumentException(
                    "%d rows of %d columns need %d numbers, not %d"
                            .formatted(rows, columns, (long) rows * columns, values.size()));
        }
    }

    /// A matrix of float32 rows, which must be of one length.
    public static DenseMatrix of(float[]... rows) {
        var all = new FloatsBuilder();
        for (float[] row : rows) {
            all.addAll(new Values.Floats(row));
            sameWidth(rows[0].length, row.length);
        }
        return new DenseMatrix(rows.length, rows.length == 0 ? 0 : rows[0].length, all.build());
    }

    /// A matrix of float64 rows, which must be of one length.
    public static DenseMatrix of(double[]... rows) {
        var all = new DoublesBuilder();
        for (double[] row : rows) {
            all.addAll(new Values.Doubles(row));
            sameWidth(rows[0].length, row.length);
        }
        return new DenseMatrix(rows.length, rows.length == 0 ? 0 : rows[0].length, all.build());
    }

    /// A matrix of one column.
    public static DenseMatrix column(Values values) {
        return new DenseMatrix(values.size(), 1, values);
    }

    /// A matrix of `rows` rows without columns: what "no labels" is.
    public static DenseMatrix empty(int rows) {
        return new DenseMatrix(rows, 0, Values.none(ElementType.FLOAT32));
    }

    @Override
    public double get(int row, int column) {
        if (column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("column %d of %d".formatted(column, columns));
        }
        return values.get(row * columns + column);
    }

    @Override
    public ElementType type() {
        return values.type();
    }

    /// One row, as a copy.
    public Values row(int row) {
        return values.slice(row * columns, (row + 1) * columns);
    }

    @Override
    public DenseMatrix slice(int from, int to) {
        return new DenseMatrix(to - from, columns, values.slice(from * columns, to * columns));
    }

    @Override
    public DenseMatrix dense() {
        return this;
    }

    @Override
    public SparseMatrix sparse() {
        var builder = new SparseBuilder(type());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = get(row, column);
                if (value != 0) {
                    builder.add(column, value);
                }
            }
            builder.endRow();
        }
        return builder.build(columns);
    }

    private static void sameWidth(int expected, int width) {
        if (expected != width) {
            throw new IllegalArgumentException(
                    "a row of %d numbers among rows of %d".formatted(width, expected));
        }
    }
}
