package dev.moka.kernel.display;

import java.util.stream.Collectors;

/// A table's first rows as CSV (RFC 4180), for copying into a spreadsheet.
final class TableCsv {
    private static final int MAX_ROWS = 1_000;
    private static final int MAX_CHARACTERS = 64 * 1024;

    private TableCsv() {}

    /// @param rows how many rows of the table it holds
    record Csv(String text, int rows) {}

    static Csv of(TableData table) {
        StringBuilder text = new StringBuilder();
        text.append(
                        table.columns().stream()
                                .map(each -> quote(each.name()))
                                .collect(Collectors.joining(",")))
                .append("\r\n");
        int row = 0;
        while (row < table.rows() && row < MAX_ROWS && text.length() < MAX_CHARACTERS) {
            int number = row++;
            text.append(
                            table.columns().stream()
                                    .map(each ->
                                            each.missing(number) ? "" : quote(each.text(number)))
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return new Csv(text.toString(), row);
    }

    private static String quote(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
