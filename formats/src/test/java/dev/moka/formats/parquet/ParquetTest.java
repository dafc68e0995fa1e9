package dev.moka.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParquetTest {
    @Test
    void typesAndNamesAreKept() throws IOException {
        Dataset rows =
                Dataset.of(DenseMatrix.of(new float[] {1, 2}, new float[] {3, 4}), Values.of(7, 8))
                        .withFeatureNames("a", "b")
                        .withLabelNames("y");
        assertThat(read(written(rows), 1)).isEqualTo(rows);
    }

    @Test
    void manyRowsBecomeSeveralGroups() throws IOException {
        double[] numbers = new Random(3).doubles(300_000).toArray();
        Dataset rows = Dataset.of(DenseMatrix.column(Values.of(numbers)));
        assertThat(read(written(rows), 0).features()).isEqualTo(rows.features());
    }

    @Test
    void aFileOfPandasIsReadWithItsMissingNumbers() throws IOException {
        Dataset rows = read(Base64.getDecoder().decode(PandasFile.BASE64), 1);
        assertThat(rows.labelNames()).containsExactly("y");
        assertThat(rows.featureNames()).containsExactly("x1", "x2", "flag");
        assertThat(rows.labels().values()).isEqualTo(Values.of(1.0, 0, 1));
        assertThat(rows.features().type()).isEqualTo(ElementType.FLOAT64);
        assertThat(rows.features().dense().values())
                .isEqualTo(Values.of(0.5, 1, 1, Double.NaN, 2, 0, 2.5, 3, 1));
    }

    @Test
    void labelsMustLeaveFeatures() throws IOException {
        byte[] file = written(Dataset.of(DenseMatrix.of(new float[] {1})));
        assertThatThrownBy(() -> read(file, 1))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("has 1 columns; with label_size=1 no features are left");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        Dataset rows = Dataset.of(DenseMatrix.of(new float[] {1, 2})).withFeatureNames("a", "a");
        assertThatThrownBy(() -> written(rows)).hasMessage("two columns are named 'a'");
    }

    @Test
    void whatIsNoParquetIsRefused() {
        assertThatThrownBy(() -> read(new byte[100], 0))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a.parquet: can't be read as Parquet");
    }

    private static byte[] written(Dataset rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = ParquetWriter.of(out)) {
            writer.write(rows);
        }
        return out.toByteArray();
    }

    private static Dataset read(byte[] bytes, int labelSize) throws IOException {
        var options = ReadOptions.of("a.parquet").withLabelSize(labelSize);
        try (var reader = ParquetReader.of(new ByteArrayInputStream(bytes), options)) {
            return reader.readAll();
        }
    }
}
