package dev.moka.algorithms.serving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.algorithms.algorithm.Predictions;
import dev.moka.algorithms.algorithm.Predictions.Column;
import dev.moka.formats.recordio.RecordIoStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
    private static final Predictions SCORES =
            new Predictions(
                    "predictions",
                    true,
                    2,
                    List.of(new Column.Numbers("score", 1, false, new double[] {0.5, 1e-5})));
    private static final Predictions PROBABILITIES =
            new Predictions(
                    "predictions",
                    true,
                    1,
                    List.of(new Column.Numbers("score", 2, true, new double[] {0.25, 0.75})));
    private static final Predictions SELECTED =
            new Predictions(
                    "predictions",
                    false,
                    1,
                    List.of(
                            new Column.Integers("predicted_label", 1, false, new long[] {1}),
                            new Column.Numbers("probabilities", 2, true, new double[] {0.25, 0.75}),
                            new Column.Numbers(
                                    "predicted_score", 1, false, new double[] {Double.NaN})));

    @Test
    void csvHasARowPerPrediction() {
        assertThat(text(SCORES, "text/csv", false)).isEqualTo("0.5\n1e-05\n");
        assertThat(text(PROBABILITIES, "text/csv", false)).isEqualTo("0.25,0.75\n");
        assertThat(text(PROBABILITIES, "text/csv", true)).isEqualTo("[0.25, 0.75]\n");
        assertThat(text(SELECTED, "text/csv", false)).isEqualTo("1,\"[0.25, 0.75]\",nan");
    }

    @Test
    void jsonNamesTheScore() {
        assertThat(text(SCORES, "application/json", false))
                .isEqualTo("{\"predictions\": [{\"score\": 0.5}, {\"score\": 1e-05}]}");
        assertThat(text(PROBABILITIES, "application/jsonlines", false))
                .isEqualTo("{\"score\": [0.25, 0.75]}\n");
        assertThat(text(SELECTED, "application/json", false))
                .isEqualTo(
                        "{\"predictions\": [{\"predicted_label\": 1, \"probabilities\": [0.25,"
                                + " 0.75], \"predicted_score\": NaN}]}");
    }

    @Test
    void recordsHaveTheScoreAsALabel() throws IOException {
        byte[] bytes = Replies.encode(SCORES, "application/x-recordio-protobuf", false);
        try (var records = new RecordIoStream(new ByteArrayInputStream(bytes), "reply")) {
            assertThat(records.readAll())
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.labels()).containsOnlyKeys("score"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.6455206, 0.6455206", "1, 1.0", "-0.0001, -0.0001", "0.00001, 1e-05", "1.5e-7, 1.5e-07",
        "12345678, 12345678.0", "1e16, 1e+16", "-2.5e20, -2.5e+20", "0, 0.0", "1e100, 1e+100"
    })
    void numbersAreWrittenAsPythonDoes(double value, String expected) {
        var text = new StringBuilder();
        PythonNumbers.append(text, value);
        assertThat(text).hasToString(expected);
    }

    private static String text(Predictions predictions, String accept, boolean batch) {
        return new String(Replies.encode(predictions, accept, batch), UTF_8);
    }
}
