package dev.moka.formats.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ValuesBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A reader of Parquet files whose columns are numbers or booleans; the first columns are labels as
/// the options say. A missing value is NaN. The features are float32 or int32 when all their
/// columns are, and float64 otherwise.
public final class ParquetReader implements DataReader {
    private static final int BATCH = 4096;

    private final ReadOptions options;
    private final ParquetFileReader file;
    private final ColumnReaders readers;
    private final List<NumberColumn> columns;
    private int row;
    private int rowsInBatch;
    private long done;

    private ParquetReader(InputFile input, ReadOptions options) throws IOException {
        this.options = options;
        file = open(input);
        columns = NumberColumn.all(file.getFileSchema(), options.source());
        if (columns.size() <= options.labelSize()) {
            throw new FormatException(
                    Place.of(options.source()),
                    "has %d columns; with label_size=%d no features are left"
                            .formatted(columns.size(), options.labelSize()));
        }
        String[] names = columns.stream().map(NumberColumn::name).toArray(String[]::new);
        readers = file.buildColumnReaders(ColumnProjection.columns(names)).batchSize(BATCH).build();
    }

    /// A reader of a file under these options.
    public static ParquetReader of(Path path, ReadOptions options) throws IOException {
        return new ParquetReader(InputFile.of(path), options);
    }

    /// A reader of a stream, which is read whole and closed first, because Parquet is read from its
    /// end.
    public static ParquetReader of(InputStream in, ReadOptions options) throws IOException {
        try (in) {
            return new ParquetReader(InputFile.of(ByteBuffer.wrap(in.readAllBytes())), options);
        }
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        int labelSize = options.labelSize();
        ValuesBuilder labels = ValuesBuilder.of(NumberColumn.common(columns.subList(0, labelSize)));
        ValuesBuilder features =
                ValuesBuilder.of(NumberColumn.common(columns.subList(labelSize, columns.size())));
        int rows = 0;
        while (rows < limit && more()) {
            for (int index = 0; index < labelSize; index++) {
                labels = columns.get(index).append(row, done + 1, labels);
            }
            for (int index = labelSize; index < columns.size(); index++) {
                features = columns.get(index).append(row, done + 1, features);
            }
            row++;
            done++;
            rows++;
        }
        return rows == 0 ? Optional.empty() : Optional.of(dataset(rows, labels, features));
    }

    @Override
    public void close() throws IOException {
        try (file) {
            readers.close();
        }
    }

    private Dataset dataset(int rows, ValuesBuilder labels, ValuesBuilder features) {
        List<String> names = columns.stream().map(NumberColumn::name).toList();
        int labelSize = options.labelSize();
        return new Dataset(
                new DenseMatrix(rows, columns.size() - labelSize, features.build()),
                new DenseMatrix(rows, labelSize, labels.build()),
                names.subList(labelSize, names.size()),
                names.subList(0, labelSize));
    }

    private boolean more() {
        if (row < rowsInBatch) {
            return true;
        }
        try {
            if (!readers.nextBatch()) {
                rowsInBatch = 0;
                row = 0;
                return false;
            }
            rowsInBatch = readers.getRecordCount();
            for (int index = 0; index < columns.size(); index++) {
                columns.get(index).batch(readers.getColumnReader(index));
            }
        } catch (RuntimeException e) {
            throw broken(e);
        }
        row = 0;
        return rowsInBatch > 0;
    }

    private ParquetFileReader open(InputFile input) throws IOException {
        try {
            ParquetFileReader opened = ParquetFileReader.open(input);
            PageCheck.check(input, opened.getFileMetaData(), options.source());
            return opened;
        } catch (IOException | RuntimeException e) {
            if (e instanceof NoSuchFileException missing) {
                throw missing;
            }
            throw broken(e);
        }
    }

    /// The library answers a broken file with whatever its decoders ran into.
    private FormatException broken(Exception cause) {
        return cause instanceof FormatException format
                ? format
                : new FormatException(
                        Place.of(options.source()),
                        "can't be read as Parquet: " + cause.getMessage(),
                        cause);
    }
}
