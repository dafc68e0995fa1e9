package dev.moka.sdk.serializer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Values;
import dev.moka.formats.recordio.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SerializersTest {
    private static final Dataset ROWS =
            Dataset.of(DenseMatrix.of(new double[] {1, 0.5}, new double[] {2, 3}));

    @Test
    void rowsAreWrittenAsAlgorithmsReadThem() {
        assertThat(text(Serializers.csv().serialize(ROWS))).isEqualTo("1.0,0.5\n2.0,3.0\n");
        assertThat(text(Serializers.json().serialize(ROWS)))
                .isEqualToIgnoringWhitespace(
                        "{\"instances\":[{\"features\":[1.0,0.5]},{\"features\":[2.0,3.0]}]}");
        assertThat(text(Serializers.jsonLines().serialize(ROWS)))
                .isEqualTo("{\"features\":[1.0,0.5]}\n{\"features\":[2.0,3.0]}\n");
        assertThat(text(Serializers.libSvm().serialize(ROWS)))
                .isEqualTo("0:1.0 1:0.5\n0:2.0 1:3.0\n");
        assertThat(text(Serializers.jsonValue().serialize(Map.of("a", List.of(1)))))
                .isEqualTo("{\"a\":[1]}");
        assertThat(Serializers.recordIo().contentType())
                .isEqualTo("application/x-recordio-protobuf");
    }

    @Test
    void repliesAreRead() {
        byte[] json = "{\"predictions\":[{\"score\":0.5}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(
                        Deserializers.json()
                                .deserialize(json, "application/json")
                                .at("/predictions/0/score")
                                .asDouble())
                .isEqualTo(0.5);
        byte[] csv = "0.25\n0.75\n".getBytes(StandardCharsets.UTF_8);
        assertThat(
                        Deserializers.csv()
                                .deserialize(csv, "text/csv; charset=utf-8")
                                .features()
                                .dense()
                                .values())
                .isEqualTo(Values.of(0.25, 0.75));
        byte[] lines = "{\"a\":1}\n\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Deserializers.jsonLines().deserialize(lines, "application/jsonlines"))
                .hasSize(2);
    }

    @Test
    void whatIsSerializedIsReadAgain() {
        for (var pair :
                List.of(
                        Map.entry(Serializers.parquet(), Deserializers.parquet()),
                        Map.entry(Serializers.csv(), Deserializers.csv()),
                        Map.entry(Serializers.libSvm(), Deserializers.libSvm()))) {
            byte[] body = pair.getKey().serialize(ROWS);
            Dataset back = pair.getValue().deserialize(body, pair.getKey().contentType());
            assertThat(back.features().dense()).isEqualTo(ROWS.features());
        }
        byte[] records = Serializers.recordIo().serialize(ROWS);
        assertThat(Deserializers.recordIo().deserialize(records, "").getFirst().feature("values"))
                .contains(Tensor.dense(Values.of(1, 0.5)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
