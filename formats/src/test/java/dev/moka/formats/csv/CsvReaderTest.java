package dev.moka.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ReadOptions.Header;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final ReadOptions PLAIN =
            ReadOptions.of("train.csv").withElementType(ElementType.FLOAT64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2\n3,4\n",
                "1,2\n3,4",
                "1,2\r\n3,4\r\n",
                "\uFEFF1,2\n\n3,4\n\n",
                " 1 , 2\n\t3,4 \n  \n",
                "\"1\",\"2\"\n3,\" 4 \"\n",
                "1.0,2e0\n+3,40E-1\n"
            })
    void theSameRowsInManyHands(String text) throws IOException {
        assertThat(read(text, PLAIN).features().dense().values())
                .isEqualTo(Values.of(1.0, 2, 3, 4));
    }

    @Test
    void theFirstColumnsAreLabels() throws IOException {
        Dataset rows = read("1,2,3\n4,5,6\n", PLAIN.withLabelSize(2));
        assertThat(rows.labels().values()).isEqualTo(Values.of(1.0, 2, 4, 5));
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(3.0, 6));
    }

    @Test
    void missingAndSpecialNumbers() throws IOException {
        Dataset rows = read("1,,NaN\n,inf,-Infinity\n", PLAIN);
        assertThat(rows.features().dense().values())
                .isEqualTo(
                        Values.of(
                                1.0,
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY));
    }

    @Test
    void aRowOfNamesIsFoundWhenAskedTo() throws IOException {
        Dataset rows = read("y,x1\n1,2\n", PLAIN.withHeader(Header.AUTO).withLabelSize(1));
        assertThat(rows.labelNames()).containsExactly("y");
        assertThat(rows.featureNames()).containsExactly("x1");
        assertThat(read("1,2\n3,4\n", PLAIN.withHeader(Header.AUTO)).rows()).isEqualTo(2);
    }

    @Test
    void integersAreExact() throws IOException {
        ReadOptions integers = PLAIN.withElementType(ElementType.INT32);
        assertThat(read("1,-2\n", integers).features().dense().values())
                .isEqualTo(Values.of(1, -2));
        assertThatThrownBy(() -> read("1,2.5\n", integers))
                .hasMessage("train.csv, row 1, column 2: '2.5' is not a 32-bit integer");
    }

    @Test
    void anErrorNamesFileRowColumnAndValue() {
        String text = "x1,x0,x2\n" + "1,2,3\n".repeat(10) + "1,2,abc\n";
        assertThatThrownBy(() -> read(text, PLAIN.withHeader(Header.PRESENT)))
                .isInstanceOf(FormatException.class)
                .hasMessage("train.csv, row 12, column 3 ('x2'): 'abc' is not a number");
    }

    @Test
    void namesWhereNumbersBelongAreExplained() {
        assertThatThrownBy(() -> read("y,x1\n1,2\n", PLAIN))
                .hasMessageContaining("train.csv, row 1, column 1: 'y' is not a number")
                .hasMessageContaining("text/csv; header=present");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1,2;3|row 2: 1 columns where 2 were expected (in row 1)",
                "1,2;3,4,5|row 2: 3 columns where 2 were expected",
                "1,0x10|row 1, column 2: '0x10' is not a number",
                "1,2d|row 1, column 2: '2d' is not a number",
                "1,2;1,\"2|the quote in '\"2' does not end in this line",
                "1,2 3|'2 3' is not a number",
                "1,--2|'--2' is not a number",
            })
    void badRowsAreRefused(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'), PLAIN))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void labelsMustLeaveFeatures() {
        assertThatThrownBy(() -> read("1\n", PLAIN.withLabelSize(1)))
                .hasMessageContaining("1 columns, of which the first 1 are labels (label_size=1)");
    }

    @Test
    void aLineLongerThanTheBufferIsRead() throws IOException {
        String line = "1.25,".repeat(100_000) + "1.25\n";
        assertThat(read(line.repeat(3), PLAIN).features().columns()).isEqualTo(100_001);
    }

    @Test
    void utf16IsNamed() {
        assertThatThrownBy(
                        () -> {
                            var in =
                                    new ByteArrayInputStream(
                                            "1,2\n".getBytes(StandardCharsets.UTF_16));
                            new CsvReader(in, PLAIN).readAll();
                        })
                .hasMessageContaining("UTF-16");
    }

    private static Dataset read(String text, ReadOptions options) throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var reader = new CsvReader(in, options)) {
            return reader.readAll();
        }
    }
}
