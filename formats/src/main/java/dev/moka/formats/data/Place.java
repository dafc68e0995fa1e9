package dev.moka.formats.data;

/// Where in which file something is: `train.csv, row 12, column 3 ('x2')`.
///
/// @param source the file, or what else the data comes from
/// @param unit what its records are called: `row`, `line`, `record`
/// @param record which one, counted from 1; 0 when it is about the whole
/// @param column which column, counted from 1; 0 when it is about the whole record
/// @param name the column's name; empty when it has none
public record Place(String source, String unit, long record, int column, String name) {
    private static final int LONGEST_VALUE = 40;

    /// A whole file.
    public static Place of(String source) {
        return new Place(source, "", 0, 0, "");
    }

    /// A whole record of a file.
    public static Place of(String source, String unit, long record) {
        return new Place(source, unit, record, 0, "");
    }

    /// A column of this record.
    public Place column(int number, String columnName) {
        return new Place(source, unit, record, number, columnName);
    }

    /// A value in quotes as messages show it: shortened, without control characters.
    public static String quoted(String value) {
        String shown =
                value.codePointCount(0, value.length()) <= LONGEST_VALUE
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
        var text = new StringBuilder("'");
        shown.codePoints()
                .forEach(point -> {
                    if (Character.isISOControl(point)) {
                        text.append("\\u%04x".formatted(point));
                    } else {
                        text.appendCodePoint(point);
                    }
                });
        return text.append('\'').toString();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(source);
        if (record > 0) {
            text.append(", ").append(unit).append(' ').append(record);
        }
        if (column > 0) {
            text.append(", column ").append(column);
        }
        if (!name.isEmpty()) {
            text.append(" (").append(quoted(name)).append(')');
        }
        return text.toString();
    }
}
