package dev.moka.sdk.serializer;

import dev.moka.formats.DataFormat;
import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// The serializers of the formats that SageMaker's algorithms take.
public final class Serializers {
    private Serializers() {}

    /// Rows as CSV.
    public static Serializer<Dataset> csv() {
        return rows(DataFormat.CSV);
    }

    /// Rows as one JSON document, `{"instances": […]}`.
    public static Serializer<Dataset> json() {
        return rows(DataFormat.JSON);
    }

    /// Rows as JSON Lines.
    public static Serializer<Dataset> jsonLines() {
        return rows(DataFormat.JSON_LINES);
    }

    /// Rows as LibSVM.
    public static Serializer<Dataset> libSvm() {
        return rows(DataFormat.LIBSVM);
    }

    /// Rows as RecordIO-protobuf.
    public static Serializer<Dataset> recordIo() {
        return rows(DataFormat.RECORDIO_PROTOBUF);
    }

    /// Rows as Parquet.
    public static Serializer<Dataset> parquet() {
        return rows(DataFormat.PARQUET);
    }

    /// Rows in a format.
    public static Serializer<Dataset> rows(DataFormat format) {
        return of(
                format.contentType(),
                rows -> {
                    var body = new ByteArrayOutputStream();
                    try (DataWriter writer = format.writer(body)) {
                        writer.write(rows);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return body.toByteArray();
                });
    }

    /// Any value (maps, lists, records, JSON trees) as JSON.
    public static Serializer<Object> jsonValue() {
        return of("application/json", JsonMapper.shared()::writeValueAsBytes);
    }

    /// Text as UTF-8.
    public static Serializer<String> text() {
        return of("text/plain", text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes as they are, with a content type.
    public static Serializer<byte[]> identity(String contentType) {
        return of(contentType, bytes -> bytes);
    }

    /// A serializer by a function.
    public static <T> Serializer<T> of(String contentType, Function<T, byte[]> function) {
        return new ByFunction<>(contentType, function);
    }

    private record ByFunction<T>(String contentType, Function<T, byte[]> function)
            implements Serializer<T> {
        @Override
        public byte[] serialize(T value) {
            return function.apply(value);
        }
    }
}
