package dev.moka.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final ReadOptions PLAIN =
            ReadOptions.of("body").withElementType(ElementType.FLOAT64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"instances\":[{\"features\":[1,2]},{\"features\":[3,4]}]}",
                "{\"instances\":[{\"data\":{\"features\":{\"values\":[1,2]}}},{\"features\":[3.0,4e0]}]}",
                "{\"instances\":[[1,2],[3,4]]}",
                "[[1,2],[3,4]]",
                "[{\"features\":[1,2]},[3,4]]"
            })
    void theSameRowsInAllForms(String text) throws IOException {
        assertThat(read(text).features().dense().values()).isEqualTo(Values.of(1.0, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2]",
                "{\"features\":[1,2]}",
                "{\"data\":{\"features\":{\"values\":[1,2]}}}"
            })
    void oneRowStandsAlone(String text) throws IOException {
        assertThat(read(text).features().dense().values()).isEqualTo(Values.of(1.0, 2));
        assertThat(lines(text).features().dense().values()).isEqualTo(Values.of(1.0, 2));
    }

    @Test
    void sparseRowsHaveKeysAndAShape() throws IOException {
        String row =
                "{\"data\":{\"features\":{\"keys\":[1,3],\"shape\":[4],\"values\":[5,6]}},\"label\":1}";
        Dataset rows = lines("{\"features\":[1,0,0,2],\"label\":0}\n" + row + "\n");
        assertThat(rows.features()).isInstanceOf(SparseMatrix.class);
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(1.0, 0, 0, 2, 0, 5, 0, 6));
        assertThat(rows.labels().values()).isEqualTo(Values.of(0.0, 1));
    }

    @Test
    void nullIsMissingAndPythonsSpellingsAreRead() throws IOException {
        assertThat(read("[null, NaN, \"Infinity\"]").features().dense().values())
                .isEqualTo(Values.of(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"instances\":[[1],[2,3]]}|body, row 2: 2 features where 1 were expected",
                "{\"instances\":[[1,\"abc\"]]}|body, row 1, column 2: 'abc' is not a number",
                "{\"instances\":[[1,true]]}|row 1, column 2: 'true' is not a number",
                "{\"instances\":{}}|\"instances\" is not an array",
                "{\"instances\":[{\"x\":1}]}|row 1: has neither \"features\" nor \"data\"",
                "{\"instances\":[[1]|this is not JSON",
                "{\"instances\":|this is not JSON",
                "7|neither an object nor an array",
                "[1,[2]]|row 1, column 2: '[2]' is not a number",
                "{\"features\":{\"keys\":[9],\"shape\":[4],\"values\":[1]}}|has the key 9, which is"
                        + " not below 4",
                "{\"features\":{\"keys\":[1],\"values\":[1]}}|has \"keys\" but no \"shape\"",
                "{\"features\":{\"keys\":[1,2],\"shape\":[4],\"values\":[1]}}|has 2 keys for 1"
                        + " values",
                "{\"features\":{\"keys\":[1],\"shape\":[99999,99999],\"values\":[1]}}|shape is"
                        + " larger",
            })
    void badDocumentsAreRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBadLineIsNamed() {
        assertThatThrownBy(() -> lines("[1,2]\n\n{nope\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("body, line 3: this is not JSON");
    }

    private static Dataset read(String text) throws IOException {
        try (var reader = new JsonReader(bytes(text), PLAIN)) {
            return reader.readAll();
        }
    }

    private static Dataset lines(String text) throws IOException {
        try (var reader = new JsonLinesReader(bytes(text), PLAIN)) {
            return reader.readAll();
        }
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
