package dev.moka.formats.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ValuesBuilder;
import java.util.List;

/// A column of a file that is read: the current batch of its numbers.
final class NumberColumn {
    private static final long MOST_EXACT = 1L << 53;

    private final ColumnSchema schema;
    private final int number;
    private final String source;
    private Batch batch = (_, _) -> 0;
    private Validity validity = Validity.NO_NULLS;

    private NumberColumn(ColumnSchema schema, int number, String source) {
        this.schema = schema;
        this.number = number;
        this.source = source;
        checkType();
    }

    /// The columns of a file, without the index that pandas may have put beside them.
    static List<NumberColumn> all(FileSchema file, String source) {
        if (!file.isFlatSchema()) {
            throw new FormatException(
                    Place.of(source), "has nested columns; only flat ones can be read");
        }
        return file.getColumns().stream()
                .filter(column -> !column.name().startsWith("__index_level_"))
                .map(column -> new NumberColumn(column, column.columnIndex() + 1, source))
                .toList();
    }

    /// The type that holds the numbers of all columns.
    static ElementType common(List<NumberColumn> columns) {
        return columns.stream()
                .map(NumberColumn::type)
                .reduce(ElementType::common)
                .orElse(ElementType.FLOAT32);
    }

    String name() {
        return schema.name();
    }

    /// Takes the batch that the reader has come to.
    void batch(ColumnReader reader) {
        validity = reader.getLeafValidity();
        batch =
                switch (schema.type()) {
                    case INT32 -> ofInts(reader.getInts());
                    case INT64 -> ofLongs(reader.getLongs());
                    case FLOAT -> ofFloats(reader.getFloats());
                    case DOUBLE -> ofDoubles(reader.getDoubles());
                    case BOOLEAN -> ofBooleans(reader.getBooleans());
                    default -> throw wrongType();
                };
    }

    /// Adds the number in a row of the batch, widening the builder when a missing one does not fit;
    /// gives the builder to go on with.
    ValuesBuilder append(int row, long record, ValuesBuilder into) {
        if (validity.hasNulls() && validity.isNull(row)) {
            ValuesBuilder wide =
                    into.type() == ElementType.INT32 ? into.widenedFor(ElementType.FLOAT64) : into;
            wide.add(Double.NaN);
            return wide;
        }
        into.add(batch.get(row, record));
        return into;
    }

    private ElementType type() {
        return switch (schema.type()) {
            case INT32, BOOLEAN -> ElementType.INT32;
            case FLOAT -> ElementType.FLOAT32;
            default -> ElementType.FLOAT64;
        };
    }

    private void checkType() {
        boolean numbers =
                switch (schema.type()) {
                    case INT32, INT64, FLOAT, DOUBLE, BOOLEAN -> true;
                    default -> false;
                };
        LogicalType logical = schema.logicalType();
        if (!numbers || !(logical == null || logical instanceof LogicalType.IntType)) {
            throw wrongType();
        }
    }

    private FormatException wrongType() {
        LogicalType logical = schema.logicalType();
        return new FormatException(
                Place.of(source).column(number, name()),
                "holds %s%s, not numbers"
                        .formatted(schema.type(), logical == null ? "" : " (" + logical + ")"));
    }

    private Batch ofLongs(long[] longs) {
        return (row, record) -> {
            long value = longs[row];
            if (Math.abs(value) > MOST_EXACT || value == Long.MIN_VALUE) {
                throw new FormatException(
                        Place.of(source, "row", record).column(number, name()),
                        value + " has more digits than a float64 keeps");
            }
            return value;
        };
    }

    private static Batch ofInts(int[] ints) {
        return (row, _) -> ints[row];
    }

    private static Batch ofFloats(float[] floats) {
        return (row, _) -> floats[row];
    }

    private static Batch ofDoubles(double[] doubles) {
        return (row, _) -> doubles[row];
    }

    private static Batch ofBooleans(boolean[] booleans) {
        return (row, _) -> booleans[row] ? 1 : 0;
    }

    /// The numbers of a batch by row.
    private interface Batch {
        double get(int row, long record);
    }
}
