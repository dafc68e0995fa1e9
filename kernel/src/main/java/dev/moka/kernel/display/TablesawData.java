package dev.moka.kernel.display;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tablesaw's tables and columns.
final class TablesawData {
    private static final String COLUMN = "tech.tablesaw.columns.Column";
    private static final List<String> NUMERIC =
            List.of("SHORT", "INTEGER", "LONG", "FLOAT", "DOUBLE");

    private TablesawData() {}

    static TableData table(Object table) {
        Reflected it = new Reflected(table, "tech.tablesaw.api.Table");
        List<?> columns = (List<?>) it.call("columns");
        return new TableData(
                it.text("name"),
                (int) it.call("rowCount"),
                columns.stream().map(TablesawData::read).toList());
    }

    static TableData column(Object column) {
        return new TableData(
                "", (int) new Reflected(column, COLUMN).call("size"), List.of(read(column)));
    }

    private static TableData.Column read(Object column) {
        Reflected it = new Reflected(column, COLUMN);
        String type = new Reflected(it.call("type"), "tech.tablesaw.api.ColumnType").text("name");
        return new SawColumn(it, it.text("name"), type);
    }

    private record SawColumn(Reflected column, String name, String type)
            implements TableData.Column {
        private static final List<Class<?>> ROW = List.of(int.class);

        @Override
        public boolean numeric() {
            return NUMERIC.contains(type);
        }

        @Override
        public boolean missing(int row) {
            return (boolean) column.call("isMissing", ROW, row);
        }

        @Override
        public String text(int row) {
            return String.valueOf(column.call("getString", ROW, row));
        }

        @Override
        public @Nullable Object value(int row) {
            return missing(row) ? null : column.callOrNull("get", ROW, row);
        }
    }
}
