package dev.moka.kernel.display;

import java.util.ArrayList;
import java.util.List;

/// What is shown of a table: its first and last rows, its first and last columns.
///
/// @param rows row numbers, in order; a gap is where rows are left out
/// @param columns of the table that are shown
/// @param columnGap before which of them columns are left out, or -1
record TableWindow(
        List<Integer> rows, int hiddenRows, List<TableData.Column> columns, int columnGap) {
    private static final int WHOLE_ROWS = 20;
    private static final int FIRST_ROWS = 10;
    private static final int LAST_ROWS = 5;
    private static final int WHOLE_COLUMNS = 24;
    private static final int FIRST_COLUMNS = 16;
    private static final int LAST_COLUMNS = 6;
    private static final int MAX_CELL = 120;

    static TableWindow of(TableData table) {
        List<Integer> rows = new ArrayList<>();
        boolean whole = table.rows() <= WHOLE_ROWS;
        for (int row = 0; row < (whole ? table.rows() : FIRST_ROWS); row++) {
            rows.add(row);
        }
        for (int row = table.rows() - LAST_ROWS; !whole && row < table.rows(); row++) {
            rows.add(row);
        }
        List<TableData.Column> all = table.columns();
        if (all.size() <= WHOLE_COLUMNS) {
            return new TableWindow(rows, table.rows() - rows.size(), all, -1);
        }
        List<TableData.Column> some = new ArrayList<>(all.subList(0, FIRST_COLUMNS));
        some.addAll(all.subList(all.size() - LAST_COLUMNS, all.size()));
        return new TableWindow(rows, table.rows() - rows.size(), some, FIRST_COLUMNS);
    }

    /// Whether rows are left out before the row at this index of {@link #rows}.
    boolean gapBefore(int index) {
        return index > 0 && rows.get(index) > rows.get(index - 1) + 1;
    }

    /// A cell's text, cut to a length that a table can hold.
    static String cell(TableData.Column column, int row) {
        String text = column.text(row);
        return text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL) + "…";
    }
}
