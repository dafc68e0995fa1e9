package dev.moka.formats.csv;

import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.util.ArrayList;
import java.util.List;

/// The fields of one CSV line as text: quotes taken away, spaces around kept out.
final class CsvFields {
    private CsvFields() {}

    static List<String> split(String line, Place place) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = end(line, at, place.column(fields.size() + 1, ""));
            fields.add(value(line.substring(at, end)));
            if (end == line.length()) {
                return fields;
            }
            at = end + 1;
        }
    }

    /// Where the field that starts at `from` ends: at a comma outside quotes or at the line's end.
    static int end(String line, int from, Place place) {
        boolean quoted = false;
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return at;
            }
        }
        if (quoted) {
            throw new FormatException(
                    place,
                    "the quote in %s does not end in this line"
                            .formatted(Place.quoted(line.substring(from))));
        }
        return line.length();
    }

    private static String value(String field) {
        String trimmed = field.strip();
        if (trimmed.length() >= 2 && trimmed.startsWith("\"") && trimmed.endsWith("\"")) {
            return trimmed.substring(1, trimmed.length() - 1).replace("\"\"", "\"");
        }
        return trimmed;
    }

    static String quoted(String value) {
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
