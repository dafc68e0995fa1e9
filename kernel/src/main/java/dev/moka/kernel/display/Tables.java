package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import java.util.Map;

/// Tables as HTML, as plain text and as CSV, each of bounded size.
final class Tables {
    private Tables() {}

    static DisplayData render(TableData table) {
        TableWindow window = TableWindow.of(table);
        TableCsv.Csv csv = TableCsv.of(table);
        return DisplayData.html(TableHtml.of(table, window))
                .with("text/plain", TableText.of(table, window))
                .with("text/csv", csv.text())
                .withMetadata("text/csv", Map.of("rows", csv.rows(), "of", table.rows()));
    }

    /// For example `penguins: 344 rows × 8 columns`.
    static String shape(TableData table) {
        String name = table.name().isEmpty() ? "" : table.name() + ": ";
        return "%s%,d %s × %,d %s"
                .formatted(
                        name,
                        table.rows(),
                        table.rows() == 1 ? "row" : "rows",
                        table.columns().size(),
                        table.columns().size() == 1 ? "column" : "columns");
    }
}
