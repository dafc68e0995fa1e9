package dev.moka.sdk.serializer;

import dev.moka.formats.ContentType;
import dev.moka.formats.DataFormat;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.recordio.ProtobufRecord;
import dev.moka.formats.recordio.RecordIoStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The deserializers of the formats in which SageMaker's algorithms reply.
public final class Deserializers {
    private static final String SOURCE = "reply";

    private Deserializers() {}

    /// Numbers in CSV as rows of float64.
    public static Deserializer<Dataset> csv() {
        return rows(DataFormat.CSV);
    }

    /// LibSVM as rows of float64.
    public static Deserializer<Dataset> libSvm() {
        return rows(DataFormat.LIBSVM);
    }

    /// Parquet as rows.
    public static Deserializer<Dataset> parquet() {
        return rows(DataFormat.PARQUET);
    }

    /// Rows in a format.
    public static Deserializer<Dataset> rows(DataFormat format) {
        return of(format.contentType(), (body, contentType) -> rows(format, body, contentType));
    }

    /// A JSON document as a tree, such as `{"predictions": [{"score": 0.5}]}`.
    public static Deserializer<JsonNode> json() {
        return of("application/json", (body, _) -> JsonMapper.shared().readTree(body));
    }

    /// JSON Lines as a tree per line.
    public static Deserializer<List<JsonNode>> jsonLines() {
        return of(
                "application/jsonlines",
                (body, _) ->
                        text(body)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(line -> JsonMapper.shared().readTree(line))
                                .toList());
    }

    /// RecordIO-protobuf as records, whose labels have keys such as `score` or `closest_cluster`.
    public static Deserializer<List<ProtobufRecord>> recordIo() {
        return of("application/x-recordio-protobuf", (body, _) -> records(body));
    }

    /// The body as UTF-8 text.
    public static Deserializer<String> text() {
        return of("text/plain", (body, _) -> text(body));
    }

    /// The body as it is.
    public static Deserializer<byte[]> identity(String accept) {
        return of(accept, (body, _) -> body);
    }

    /// A deserializer by a function of body and content type.
    public static <T> Deserializer<T> of(String accept, BiFunction<byte[], String, T> function) {
        return new ByFunction<>(accept, function);
    }

    private static Dataset rows(DataFormat format, byte[] body, String contentType) {
        ReadOptions options = ReadOptions.of(SOURCE).withElementType(ElementType.FLOAT64);
        var in = new ByteArrayInputStream(body);
        try (DataReader reader =
                format.reader(in, ContentType.parse(contentType).options(options))) {
            return reader.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProtobufRecord> records(byte[] body) {
        try (var records = new RecordIoStream(new ByteArrayInputStream(body), SOURCE)) {
            return records.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private record ByFunction<T>(String accept, BiFunction<byte[], String, T> function)
            implements Deserializer<T> {
        @Override
        public T deserialize(byte[] body, String contentType) {
            return function.apply(body, contentType);
        }
    }
}
