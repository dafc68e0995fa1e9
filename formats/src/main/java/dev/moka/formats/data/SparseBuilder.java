package dev.moka.formats.data;

import java.util.Arrays;

/// A sparse matrix that grows number by number and row by row.
public final class SparseBuilder {
    private final IntsBuilder starts = new IntsBuilder();
    private final IntsBuilder keys = new IntsBuilder();
    private ValuesBuilder values;
    private int widest;

    /// An empty builder for numbers of `type`.
    public SparseBuilder(ElementType type) {
        values = ValuesBuilder.of(type);
        starts.add(0);
    }

    /// How many rows were ended.
    public int rows() {
        return starts.size() - 1;
    }

    /// The number of columns that all keys so far need.
    public int widest() {
        return widest;
    }

    /// Adds a number to the row that is open.
    public void add(int column, double value) {
        key(column);
        values.add(value);
    }

    /// Adds a float to the row that is open.
    public void add(int column, float value) {
        key(column);
        values.add(value);
    }

    /// Adds numbers to the row that is open, widening all when they are of another type.
    public void addAll(int[] columns, Values more) {
        values = values.widenedFor(more.type());
        for (int column : columns) {
            key(column);
        }
        values.addAll(more);
    }

    /// Adds a whole dense row and ends it.
    public void addDense(Values row) {
        int[] columns = new int[row.size()];
        Arrays.setAll(columns, column -> column);
        addAll(columns, row);
        endRow();
    }

    /// Ends the row that is open; the next number begins another.
    public void endRow() {
        starts.add(keys.size());
    }

    /// The rows that were ended, as a matrix of `columns` columns.
    public SparseMatrix build(int columns) {
        var ends = ((Values.Ints) starts.build()).ints();
        return new SparseMatrix(
                rows(), columns, ends, ((Values.Ints) keys.build()).ints(), values.build());
    }

    private void key(int column) {
        keys.add(column);
        widest = Math.max(widest, column + 1);
    }
}
