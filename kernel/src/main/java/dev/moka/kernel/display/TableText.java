package dev.moka.kernel.display;

import java.util.ArrayList;
import java.util.List;

/// A table as aligned text.
final class TableText {
    private static final int MAX_WIDTH = 32;

    private TableText() {}

    /// One column as text: heading, type, cells.
    private record Strip(List<String> lines, boolean right) {
        int width() {
            return lines.stream().mapToInt(String::length).max().orElse(0);
        }

        String padded(int line) {
            String text = lines.get(line);
            String padding = " ".repeat(width() - text.length());
            return right ? padding + text : text + padding;
        }
    }

    static String of(TableData table, TableWindow window) {
        List<Strip> strips = new ArrayList<>();
        List<TableData.Column> columns = window.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (i == window.columnGap()) {
                strips.add(gap(window));
            }
            strips.add(strip(columns.get(i), window));
        }
        StringBuilder text = new StringBuilder(Tables.shape(table)).append('\n');
        int lines = window.rows().size() + 2;
        for (int line = 0; line < lines; line++) {
            if (line >= 2 && window.gapBefore(line - 2)) {
                text.append("… %,d more rows\n".formatted(window.hiddenRows()));
            }
            StringBuilder row = new StringBuilder();
            for (Strip strip : strips) {
                row.append(row.isEmpty() ? "" : "  ").append(strip.padded(line));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static Strip strip(TableData.Column column, TableWindow window) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                cut(column.name()),
                                cut(column.type().toLowerCase(java.util.Locale.ROOT))));
        for (int row : window.rows()) {
            lines.add(
                    column.missing(row)
                            ? "·"
                            : cut(TableWindow.cell(column, row).replace('\n', ' ')));
        }
        return new Strip(lines, column.numeric());
    }

    private static Strip gap(TableWindow window) {
        return new Strip(java.util.Collections.nCopies(window.rows().size() + 2, "…"), false);
    }

    private static String cut(String text) {
        return text.length() <= MAX_WIDTH ? text : text.substring(0, MAX_WIDTH - 1) + "…";
    }
}
