package dev.moka.algorithms.algorithm;

import java.util.List;

/// A model's answers to some rows: for each row the same named values.
///
/// @param key the member of a JSON reply that holds the list, mostly `predictions`
/// @param plain whether CSV shows the values without quotes and brackets (the usual reply), or as
///   selected inference output does
/// @param columns the named values, all of as many rows
public record Predictions(String key, boolean plain, int rows, List<Column> columns) {
    public Predictions {
        columns = List.copyOf(columns);
    }

    /// One named value of every row.
    public sealed interface Column {
        String name();

        /// Numbers of `width` per row; without a width of their own they are single numbers.
        ///
        /// @param list whether a row's numbers are a list in JSON, even a list of one
        record Numbers(String name, int width, boolean list, double[] values) implements Column {}

        /// Whole numbers, one per row or the same list for every row.
        record Integers(String name, int width, boolean list, long[] values) implements Column {}
    }
}
