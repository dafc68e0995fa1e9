package dev.moka.algorithms.serving;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.formats.ContentType;
import dev.moka.formats.DataFormat;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The rows of an invocation's body, read by its content type.
///
/// @param format what AWS's messages call the content type
record RequestRows(Dataset rows, String format) {
    private static final ReadOptions OPTIONS = ReadOptions.of("request");

    /// @throws HttpException when the algorithm does not take the type, or the body is not of it
    static RequestRows read(AlgorithmTable table, String contentType, byte[] body) {
        DataFormat format = format(table, contentType);
        String name = name(format);
        try (DataReader reader =
                format.reader(
                        new ByteArrayInputStream(Separated.byCommas(format, body)), OPTIONS)) {
            return new RequestRows(reader.readAll(), name);
        } catch (FormatException e) {
            throw new HttpException(
                    HttpResponse.UNSUPPORTED_MEDIA_TYPE,
                    "Loading %s data failed with Exception, please ensure data is in %s format: %s"
                            .formatted(name, name, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataFormat format(AlgorithmTable table, String contentType) {
        try {
            ContentType type = ContentType.parse(contentType);
            if (table.requestTypes().contains(type.type())) {
                return DataFormat.of(type);
            }
        } catch (IllegalArgumentException _) {
            throw unsupported(table, contentType);
        }
        throw unsupported(table, contentType);
    }

    private static HttpException unsupported(AlgorithmTable table, String contentType) {
        return new HttpException(
                HttpResponse.UNSUPPORTED_MEDIA_TYPE,
                "Content-type %s is not supported. %s takes %s."
                        .formatted(
                                contentType.isEmpty() ? "(none)" : contentType,
                                table.name(),
                                String.join(", ", table.requestTypes())));
    }

    private static String name(DataFormat format) {
        return switch (format) {
            case CSV -> "csv";
            case LIBSVM -> "libsvm";
            case RECORDIO_PROTOBUF -> "recordio-protobuf";
            case JSON -> "json";
            case JSON_LINES -> "jsonlines";
            case PARQUET -> "parquet";
        };
    }
}
