package dev.moka.kernel.display;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table to show, read by row number, so that a large one costs no more than what is shown of it.
///
/// @param name may be empty
record TableData(String name, int rows, List<Column> columns) {
    TableData {
        columns = List.copyOf(columns);
    }

    /// One column.
    interface Column {
        String name();

        /// As its library calls it, for example `DOUBLE`.
        String type();

        /// Whether to align it right.
        boolean numeric();

        boolean missing(int row);

        /// The value as it should be read.
        String text(int row);

        /// The value itself, for the distribution; null when missing.
        @Nullable Object value(int row);
    }
}
