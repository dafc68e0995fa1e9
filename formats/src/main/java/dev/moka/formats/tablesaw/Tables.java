package dev.moka.formats.tablesaw;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.Values;
import dev.moka.formats.data.ValuesBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/// Tablesaw tables as data sets, and data sets as tables. Float columns stay float32, int and
/// boolean columns int32, all others are float64; a missing number is NaN.
public final class Tables {
    private Tables() {}

    /// A table as a data set: the columns named are the labels, in that order; all others are
    /// features.
    public static Dataset toDataset(Table table, String... labels) {
        List<Column<?>> labelColumns = Arrays.stream(labels).<Column<?>>map(table::column).toList();
        List<Column<?>> features =
                table.columns().stream()
                        .<Column<?>>map(column -> column)
                        .filter(column -> !labelColumns.contains(column))
                        .toList();
        return new Dataset(
                matrix(features, table.rowCount()),
                matrix(labelColumns, table.rowCount()),
                features.stream().map(Column::name).toList(),
                labelColumns.stream().map(Column::name).toList());
    }

    /// A data set as a table: the labels first, then the features; columns without names are called
    /// `label`, `label_1` …, `x1`, `x2` ….
    public static Table toTable(String name, Dataset rows) {
        DenseMatrix features = rows.features().dense();
        DenseMatrix labels = rows.labels();
        Stream<Column<?>> labelColumns =
                IntStream.range(0, labels.columns())
                        .mapToObj(index ->
                                column(
                                        name(
                                                rows.labelNames(),
                                                index,
                                                index == 0 ? "label" : "label_" + index),
                                        labels,
                                        index));
        Stream<Column<?>> featureColumns =
                IntStream.range(0, features.columns())
                        .mapToObj(index ->
                                column(
                                        name(rows.featureNames(), index, "x" + (index + 1)),
                                        features,
                                        index));
        return Table.create(
                name, Stream.concat(labelColumns, featureColumns).toArray(Column<?>[]::new));
    }

    private static String name(List<String> names, int index, String usual) {
        return names.isEmpty() ? usual : names.get(index);
    }

    private static Column<?> column(String name, DenseMatrix matrix, int column) {
        int rows = matrix.rows();
        return switch (matrix.values()) {
            case Values.Floats(var floats) -> {
                var result = FloatColumn.create(name, rows);
                IntStream.range(0, rows)
                        .forEach(row -> result.set(row, floats[row * matrix.columns() + column]));
                yield result;
            }
            case Values.Doubles _ ->
                    DoubleColumn.create(
                            name,
                            IntStream.range(0, rows)
                                    .mapToDouble(row -> matrix.get(row, column))
                                    .toArray());
            case Values.Ints(var ints) ->
                    IntColumn.create(
                            name,
                            IntStream.range(0, rows)
                                    .map(row -> ints[row * matrix.columns() + column])
                                    .toArray());
        };
    }

    private static DenseMatrix matrix(List<Column<?>> columns, int rows) {
        ElementType type =
                columns.stream()
                        .map(Tables::type)
                        .reduce(ElementType::common)
                        .orElse(ElementType.FLOAT32);
        ValuesBuilder all = ValuesBuilder.of(type);
        for (int row = 0; row < rows; row++) {
            for (Column<?> column : columns) {
                add(column, row, all);
            }
        }
        return new DenseMatrix(rows, columns.size(), all.build());
    }

    private static ElementType type(Column<?> column) {
        return switch (column) {
            case FloatColumn _ -> ElementType.FLOAT32;
            case IntColumn ints when ints.countMissing() == 0 -> ElementType.INT32;
            case ShortColumn shorts when shorts.countMissing() == 0 -> ElementType.INT32;
            case BooleanColumn booleans when booleans.countMissing() == 0 -> ElementType.INT32;
            case NumericColumn<?> _, BooleanColumn _ -> ElementType.FLOAT64;
            default ->
                    throw new IllegalArgumentException(
                            "column '%s' holds %s, not numbers; leave it out or turn it into numbers first"
                                    .formatted(column.name(), column.type().name()));
        };
    }

    private static void add(Column<?> column, int row, ValuesBuilder into) {
        if (column.isMissing(row)) {
            into.add(Double.NaN);
            return;
        }
        switch (column) {
            case FloatColumn floats -> into.add(floats.getFloat(row));
            case NumericColumn<?> numbers -> into.add(numbers.getDouble(row));
            case BooleanColumn booleans -> into.add((int) booleans.getByte(row));
            default -> throw new IllegalStateException(column.type().name());
        }
    }
}
