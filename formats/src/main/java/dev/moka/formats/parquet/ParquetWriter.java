package dev.moka.formats.parquet;

import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ValuesBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.xerial.snappy.Snappy;

/// A writer of Parquet: a required column per label and feature, plain numbers, compressed with
/// Snappy unless asked otherwise. Columns without names are called `label`, `label_1` … and `x1`,
/// `x2` ….
public final class ParquetWriter implements DataWriter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_PER_GROUP = 1 << 17;
    private static final int UNCOMPRESSED = 0;
    private static final int SNAPPY = 1;

    private final OutputStream out;
    private final int codec;
    private final List<StoredGroup> groups = new ArrayList<>();
    private final List<StoredColumn> columns = new ArrayList<>();
    private final List<ValuesBuilder> pending = new ArrayList<>();
    private long position;
    private boolean begun;

    private ParquetWriter(OutputStream out, int codec) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.codec = codec;
    }

    /// A writer to `out` that compresses with Snappy, as pandas does.
    public static ParquetWriter of(OutputStream out) {
        return new ParquetWriter(out, SNAPPY);
    }

    /// A writer to `out` that does not compress.
    public static ParquetWriter uncompressed(OutputStream out) {
        return new ParquetWriter(out, UNCOMPRESSED);
    }

    @Override
    public void write(Dataset rows) throws IOException {
        begin(rows);
        DenseMatrix features = rows.features().dense();
        if (rows.labels().columns() + features.columns() != columns.size()) {
            throw new IllegalArgumentException(
                    "%d columns after rows of %d"
                            .formatted(
                                    rows.labels().columns() + features.columns(), columns.size()));
        }
        for (int row = 0; row < rows.rows(); row++) {
            add(rows.labels(), row, 0);
            add(features, row, rows.labels().columns());
            if (pending.isEmpty() || pending.getFirst().size() >= ROWS_PER_GROUP) {
                group();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            begin(Dataset.empty());
            group();
            byte[] footer = footer();
            put(footer);
            byte[] length = new byte[4];
            ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length);
            put(length);
            put(MAGIC);
        }
    }

    private void begin(Dataset rows) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        put(MAGIC);
        columns.addAll(ColumnNames.of(rows));
        var names = new HashSet<String>();
        for (StoredColumn column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "two columns are named '%s'".formatted(column.name()));
            }
            pending.add(ValuesBuilder.of(column.type()));
        }
    }

    private void add(DenseMatrix matrix, int row, int first) {
        for (int column = 0; column < matrix.columns(); column++) {
            pending.get(first + column).add(matrix.get(row, column));
        }
    }

    private void group() throws IOException {
        int rows = pending.isEmpty() ? 0 : pending.getFirst().size();
        if (rows == 0) {
            return;
        }
        List<StoredGroup.Chunk> chunks = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            chunks.add(chunk(columns.get(index), pending.get(index), rows));
            pending.get(index).truncate(0);
        }
        groups.add(new StoredGroup(rows, chunks));
    }

    private StoredGroup.Chunk chunk(StoredColumn column, ValuesBuilder numbers, int rows)
            throws IOException {
        long offset = position;
        byte[] plain = PlainPage.bytes(numbers.build());
        byte[] stored = codec == SNAPPY ? Snappy.compress(plain) : plain;
        byte[] header = PlainPage.header(rows, plain.length, stored.length);
        put(header);
        put(stored);
        return new StoredGroup.Chunk(
                column,
                offset,
                (long) header.length + plain.length,
                (long) header.length + stored.length);
    }

    private byte[] footer() {
        return ThriftWriter.struct(file ->
                file.i32(1, 1)
                        .structs(2, Footer.schema(columns), Footer::element)
                        .i64(3, groups.stream().mapToLong(StoredGroup::rows).sum())
                        .structs(4, groups, (writer, group) -> Footer.group(writer, group, codec))
                        .string(6, "moka-formats"));
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
