package dev.moka.formats.csv;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ValuesBuilder;
import dev.moka.formats.text.LineSource;
import dev.moka.formats.text.NumberScanner;
import dev.moka.formats.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A reader of CSV that holds numbers only, the labels in its first columns. Empty lines are
/// skipped, an empty field is a missing value (NaN); a field that is no number is an error that
/// names its row and column.
public final class CsvReader implements DataReader {
    private final LineSource lines;
    private final ReadOptions options;
    private final NumberScanner numbers = new NumberScanner();
    private List<String> names = List.of();
    private String widthFrom = "";
    private int width;
    private boolean begun;
    private boolean pending;

    /// A reader of `in` under these options.
    public CsvReader(InputStream in, ReadOptions options) {
        this.options = options;
        lines = new LineSource(in, options.source());
        if (options.columns() > 0) {
            width = options.labelSize() + options.columns();
            widthFrom = "asked for";
        }
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        begin();
        ValuesBuilder labels = ValuesBuilder.of(options.elementType());
        ValuesBuilder features = ValuesBuilder.of(options.elementType());
        int rows = 0;
        while (rows < limit && line()) {
            row(labels, features);
            rows++;
        }
        return rows == 0 ? Optional.empty() : Optional.of(dataset(rows, labels, features));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        if (options.header() == ReadOptions.Header.ABSENT || !lines.nextNotBlank()) {
            return;
        }
        List<String> first = CsvFields.split(lines.text(), place());
        if (options.header() == ReadOptions.Header.AUTO && !looksLikeNames(first)) {
            pending = true;
            return;
        }
        names = first;
        expect(first.size(), "in the header");
    }

    private static boolean looksLikeNames(List<String> fields) {
        return fields.stream().anyMatch(field -> !field.isEmpty())
                && fields.stream().allMatch(field -> NumberText.parse(field).isEmpty());
    }

    private boolean line() throws IOException {
        if (pending) {
            pending = false;
            return true;
        }
        return lines.nextNotBlank();
    }

    private void row(ValuesBuilder labels, ValuesBuilder features) {
        int at = lines.start() - 1;
        int end = lines.end();
        int column = 0;
        do {
            at = field(at + 1, end, column, column < options.labelSize() ? labels : features);
            column++;
        } while (at < end);
        if (column != width) {
            expect(column, "in row " + lines.number());
        }
    }

    private void expect(int columns, String where) {
        if (width == 0 && columns > options.labelSize()) {
            width = columns;
            widthFrom = where;
            return;
        }
        if (columns <= options.labelSize()) {
            throw new FormatException(
                    place(),
                    "%d columns, of which the first %d are labels (label_size=%d): no features are left"
                            .formatted(columns, options.labelSize(), options.labelSize()));
        }
        if (columns != width) {
            throw new FormatException(
                    place(),
                    "%d columns where %d were expected (%s)".formatted(columns, width, widthFrom));
        }
    }

    /// Reads the field at `at`; gives the index of the comma after it, or the line's end.
    private int field(int at, int end, int column, ValuesBuilder into) {
        byte[] bytes = lines.bytes();
        if (into.type() == ElementType.FLOAT32) {
            float value = numbers.scanFloat(bytes, at);
            int stop = numbers.end();
            if (stop > at && (stop == end || bytes[stop] == ',')) {
                into.add(value);
                return stop;
            }
        } else if (into.type() == ElementType.FLOAT64) {
            double value = numbers.scanDouble(bytes, at);
            int stop = numbers.end();
            if (stop > at && (stop == end || bytes[stop] == ',')) {
                into.add(value);
                return stop;
            }
        }
        return unusualField(at, end, column, into);
    }

    /// Integers, quotes, spaces, missing values, NaN and infinities, and errors.
    private int unusualField(int at, int end, int column, ValuesBuilder into) {
        Place place = place().column(column + 1, column < names.size() ? names.get(column) : "");
        int stop = fieldEnd(at, end, place);
        String value = CsvFields.split(lines.text(at, stop), place).getFirst().strip();
        if (value.isEmpty() && into.type() != ElementType.INT32) {
            into.add(Double.NaN);
            return stop;
        }
        double number =
                NumberText.parse(value)
                        .orElseThrow(() -> new FormatException(place, problem(value)));
        if (into.type() == ElementType.INT32 && number != (int) number) {
            throw new FormatException(place, Place.quoted(value) + " is not a 32-bit integer");
        }
        if (into.type() == ElementType.FLOAT32) {
            into.add(Double.isFinite(number) ? Float.parseFloat(value) : (float) number);
        } else {
            into.add(number);
        }
        return stop;
    }

    private int fieldEnd(int at, int end, Place place) {
        byte[] bytes = lines.bytes();
        boolean quoted = false;
        for (int index = at; index < end; index++) {
            if (bytes[index] == '"') {
                quoted = !quoted;
            } else if (bytes[index] == ',' && !quoted) {
                return index;
            }
        }
        if (quoted) {
            throw new FormatException(
                    place,
                    "the quote in %s does not end in this line"
                            .formatted(Place.quoted(lines.text(at, end))));
        }
        return end;
    }

    private String problem(String value) {
        if (value.isEmpty()) {
            return "a value is missing, and integers have none that says so";
        }
        boolean first = lines.number() == 1 && options.header() == ReadOptions.Header.ABSENT;
        return Place.quoted(value)
                + " is not a number"
                + (first
                        ? "; if the first row has the columns' names, say so: text/csv;"
                                + " header=present"
                        : "");
    }

    private Dataset dataset(int rows, ValuesBuilder labels, ValuesBuilder features) {
        int labelSize = options.labelSize();
        return new Dataset(
                new DenseMatrix(rows, width - labelSize, features.build()),
                new DenseMatrix(rows, labelSize, labels.build()),
                names.isEmpty() ? names : names.subList(labelSize, width),
                names.isEmpty() ? names : names.subList(0, labelSize));
    }

    private Place place() {
        return Place.of(options.source(), "row", lines.number());
    }
}
