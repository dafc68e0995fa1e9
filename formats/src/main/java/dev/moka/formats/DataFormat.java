package dev.moka.formats;

import dev.moka.formats.csv.CsvReader;
import dev.moka.formats.csv.CsvWriter;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.json.JsonLinesReader;
import dev.moka.formats.json.JsonLinesWriter;
import dev.moka.formats.json.JsonReader;
import dev.moka.formats.json.JsonWriter;
import dev.moka.formats.libsvm.LibSvmReader;
import dev.moka.formats.libsvm.LibSvmWriter;
import dev.moka.formats.parquet.ParquetReader;
import dev.moka.formats.parquet.ParquetWriter;
import dev.moka.formats.recordio.RecordIoReader;
import dev.moka.formats.recordio.RecordIoWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of file that hold rows of numbers, by content type and by file name.
public enum DataFormat {
    /// Comma-separated numbers, labels first.
    CSV("text/csv", "csv"),
    /// Sparse rows as text.
    LIBSVM("text/libsvm text/x-libsvm", "libsvm svm svmlight"),
    /// One document, `{"instances": […]}`.
    JSON("application/json", "json"),
    /// A JSON row per line.
    JSON_LINES(
            "application/jsonlines application/x-jsonlines application/jsonl application/x-ndjson",
            "jsonl jsonlines ndjson"),
    /// AWS's records in protobuf, framed by RecordIO.
    RECORDIO_PROTOBUF("application/x-recordio-protobuf", "pbr recordio rec"),
    /// Columns, compressed.
    PARQUET("application/x-parquet application/vnd.apache.parquet", "parquet pq");

    /// Names, the usual one first, with spaces between.
    private final String contentTypes;

    private final String extensions;

    DataFormat(String contentTypes, String extensions) {
        this.contentTypes = contentTypes;
        this.extensions = extensions;
    }

    /// The format of a content type; its parameters don't matter.
    public static DataFormat of(ContentType contentType) {
        return Arrays.stream(values())
                .filter(format -> names(format.contentTypes).contains(contentType.type()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the content type '%s' can't be read; these can: %s"
                                        .formatted(
                                                contentType.type(),
                                                Arrays.stream(values())
                                                        .map(DataFormat::contentType)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// The format that a file's name ends in, if any; a last `.gz` does not count.
    public static Optional<DataFormat> ofFileName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> names(format.extensions).contains(extension))
                .findFirst();
    }

    /// The content type that SageMaker uses for it.
    public String contentType() {
        return names(contentTypes).getFirst();
    }

    /// The file name's usual ending, without the dot.
    public String extension() {
        return names(extensions).getFirst();
    }

    /// A reader of a stream; closing it closes the stream.
    public DataReader reader(InputStream in, ReadOptions options) throws IOException {
        return switch (this) {
            case CSV -> new CsvReader(in, options);
            case LIBSVM -> new LibSvmReader(in, options);
            case JSON -> new JsonReader(in, options);
            case JSON_LINES -> new JsonLinesReader(in, options);
            case RECORDIO_PROTOBUF -> new RecordIoReader(in, options);
            case PARQUET -> ParquetReader.of(in, options);
        };
    }

    /// A writer to a stream; closing it closes the stream.
    public DataWriter writer(OutputStream out) {
        return switch (this) {
            case CSV -> CsvWriter.of(out);
            case LIBSVM -> new LibSvmWriter(out);
            case JSON -> new JsonWriter(out);
            case JSON_LINES -> new JsonLinesWriter(out);
            case RECORDIO_PROTOBUF -> new RecordIoWriter(out);
            case PARQUET -> ParquetWriter.of(out);
        };
    }

    private static List<String> names(String names) {
        return List.of(names.split(" "));
    }
}
