package dev.moka.formats.data;

/// Rows of numbers, all of one width and type: dense or sparse.
public sealed interface Matrix permits DenseMatrix, SparseMatrix {

    /// How many rows there are.
    int rows();

    /// How many columns each row has.
    int columns();

    /// The number in a row and a column, both counted from 0.
    double get(int row, int column);

    /// What kind of numbers these are.
    ElementType type();

    /// The rows from `from` to before `to`, as a copy.
    Matrix slice(int from, int to);

    /// The same numbers, every one stored.
    DenseMatrix dense();

    /// The same numbers, without the zeros.
    SparseMatrix sparse();
}
