package dev.moka.hub.console;

import dev.moka.hub.console.view.ObjectPage.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The beginning of a CSV file as a table.
final class CsvPreview {
    private static final int ROWS = 200;
    private static final int HEADER_AND_ONE_MORE = 2;
    private static final int COLUMNS = 60;
    private static final int CELL = 200;

    private CsvPreview() {}

    /// @param cut whether the text is only the beginning of the file
    static Preview of(String text, char separator, boolean cut) {
        List<List<String>> rows = rows(text, separator);
        if (cut && rows.size() > 1 && rows.size() < ROWS + HEADER_AND_ONE_MORE) {
            rows.removeLast();
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean headed =
                rows.size() > 1 && rows.getFirst().stream().noneMatch(CsvPreview::isNumber);
        List<String> head =
                headed
                        ? rows.getFirst()
                        : IntStream.rangeClosed(1, Math.min(width, COLUMNS))
                                .mapToObj(n -> "column " + n)
                                .toList();
        int first = headed ? 1 : 0;
        int end = Math.min(rows.size(), first + ROWS);
        boolean more = cut || end < rows.size();
        List<List<String>> shown =
                rows.subList(first, end).stream().map(CsvPreview::fitting).toList();
        String note =
                (more
                                ? "the first %d rows".formatted(shown.size())
                                : Words.count(shown.size(), "row"))
                        + (width > COLUMNS ? ", %d of %d columns".formatted(COLUMNS, width) : "");
        return new Preview(fitting(head), shown, "", "", note);
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < text.length() && rows.size() < ROWS + HEADER_AND_ONE_MORE; n++) {
            char c = text.charAt(n);
            if (quoted && c == '"' && n + 1 < text.length() && text.charAt(n + 1) == '"') {
                cell.append(c);
                n++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (rows.size() < ROWS + HEADER_AND_ONE_MORE && (!row.isEmpty() || !cell.isEmpty())) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fitting(List<String> row) {
        return row.stream()
                .limit(COLUMNS)
                .map(cell -> cell.length() <= CELL ? cell : cell.substring(0, CELL) + "…")
                .toList();
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
