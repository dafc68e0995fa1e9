package dev.moka.formats.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ReadOptions.IndexBase;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibSvmReaderTest {
    private static final ReadOptions PLAIN = ReadOptions.of("a.libsvm");

    @Test
    void rowsAreSparse() throws IOException {
        Dataset rows = read("1 0:1.5 3:2 # a comment\r\n# only a comment\n\n-1\n", PLAIN);
        assertThat(rows.labels().values()).isEqualTo(Values.of(1f, -1f));
        assertThat(rows.features().columns()).isEqualTo(4);
        assertThat(rows.features().dense().row(0)).isEqualTo(Values.of(1.5f, 0, 0, 2));
        assertThat(rows.features().dense().row(1)).isEqualTo(Values.of(0f, 0, 0, 0));
    }

    @Test
    void indicesMayStartAtOne() throws IOException {
        Dataset rows = read("1 1:5\n", PLAIN.withIndexBase(IndexBase.ONE));
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(5f));
    }

    @Test
    void aRequestHasNoLabels() throws IOException {
        Dataset rows = read("0:1 1:2\n1:3\n", PLAIN);
        assertThat(rows.labels().columns()).isZero();
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(1f, 2, 0, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 0:1;x 0:1|a.libsvm, line 2: 'x' is not a number (label)",
                "1 0:abc|line 1: 'abc' is not a number (value of index)",
                "1 a:1|line 1: 'a:1' is not index:value",
                "1 7|line 1: '7' is not index:value",
                "1 -1:7|line 1: '-1:7' is not index:value",
                "1 2:1 1:1|line 1: has the index 1 after 2; indices must ascend",
                "1 2:1 2:1|line 1: has the index 2 after 2",
                "1 9:1|line 1: has the index 9, above the largest of 5 columns (4)",
                "1 99999999999999999999:1|is not index:value",
                "1 0:1;0:1|line 2: has no label where the first line has one",
                "0:1;1 0:1|line 2: has a label where the first line has none",
            })
    void badLinesAreRefused(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'), PLAIN.withColumns(5)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anIndexOfZeroIsRefusedWhereTheyStartAtOne() {
        assertThatThrownBy(() -> read("1 0:1\n", PLAIN.withIndexBase(IndexBase.ONE)))
                .hasMessageContaining("has the index 0, but indices start at 1");
    }

    private static Dataset read(String text, ReadOptions options) throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (var reader = new LibSvmReader(in, options)) {
            return reader.readAll();
        }
    }
}
