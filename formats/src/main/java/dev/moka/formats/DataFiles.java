package dev.moka.formats;

import dev.moka.formats.csv.CsvWriter;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ReadOptions.Header;
import dev.moka.formats.parquet.ParquetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Data files on disk, read and written by what their names end in: `.csv`, `.libsvm`, `.json`,
/// `.jsonl`, `.pbr` (RecordIO-protobuf), `.parquet`; each also with `.gz` behind it.
public final class DataFiles {
    private DataFiles() {}

    /// All rows of a file, without labels; a CSV file's first row gives the names when no field of
    /// it is a number.
    public static Dataset read(Path file) throws IOException {
        return read(file, options(file));
    }

    /// All rows of a file whose first `labelSize` columns are labels.
    public static Dataset read(Path file, int labelSize) throws IOException {
        return read(file, options(file).withLabelSize(labelSize));
    }

    /// All rows of a file under these options.
    public static Dataset read(Path file, ReadOptions options) throws IOException {
        try (DataReader reader = open(file, options)) {
            return reader.readAll();
        }
    }

    /// A reader of a file, for batches.
    public static DataReader open(Path file, ReadOptions options) throws IOException {
        DataFormat format = format(file);
        if (format == DataFormat.PARQUET && !zipped(file)) {
            return ParquetReader.of(file, options);
        }
        return format.reader(input(file), options);
    }

    /// Writes all rows into a file, replacing it. A CSV file gets no header row, because
    /// SageMaker's algorithms want none.
    public static void write(Path file, Dataset rows) throws IOException {
        DataFormat format = format(file);
        try (DataWriter writer = format.writer(output(file))) {
            writer.write(rows);
        }
    }

    /// Writes all rows into a CSV file whose first row has the columns' names, replacing it.
    public static void writeCsvWithHeader(Path file, Dataset rows) throws IOException {
        try (DataWriter writer = CsvWriter.withHeader(output(file))) {
            writer.write(rows);
        }
    }

    /// What [#read(Path)] assumes: float64, no labels, names where the first row looks like it.
    public static ReadOptions options(Path file) {
        return ReadOptions.of(name(file))
                .withElementType(ElementType.FLOAT64)
                .withHeader(Header.AUTO);
    }

    private static DataFormat format(Path file) {
        return DataFormat.ofFileName(name(file))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'%s' ends in no known way; .csv, .libsvm, .json, .jsonl, .pbr and .parquet are known"
                                        .formatted(name(file))));
    }

    private static InputStream input(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return zipped(file) ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static OutputStream output(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return zipped(file) ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static boolean zipped(Path file) {
        return name(file).endsWith(".gz");
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
