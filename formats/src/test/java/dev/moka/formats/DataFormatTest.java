package dev.moka.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.DataWriter;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFormatTest {
    private static final int ROWS = 1000;

    @ParameterizedTest
    @EnumSource
    void doublesComeBackAsTheyWere(DataFormat format) throws IOException {
        Dataset rows = random(ElementType.FLOAT64);
        ReadOptions options = options(format, ElementType.FLOAT64);
        Dataset back = read(format, written(format, rows), options, ROWS * 2);
        assertThat(back.features().dense()).isEqualTo(rows.features());
        assertThat(back.labels()).isEqualTo(rows.labels());
    }

    @ParameterizedTest
    @EnumSource
    void floatsComeBackAsTheyWere(DataFormat format) throws IOException {
        Dataset rows = random(ElementType.FLOAT32);
        ReadOptions options = options(format, ElementType.FLOAT32);
        Dataset back = read(format, written(format, rows), options, ROWS * 2);
        assertThat(back.features().dense()).isEqualTo(rows.features());
        assertThat(back.labels()).isEqualTo(rows.labels());
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsReadInBatches(DataFormat format) throws IOException {
        Dataset rows = random(ElementType.FLOAT64);
        ReadOptions options = options(format, ElementType.FLOAT64).withColumns(3);
        List<Dataset> batches = new ArrayList<>();
        try (DataReader reader =
                format.reader(new ByteArrayInputStream(written(format, rows)), options)) {
            for (var batch = reader.next(300); batch.isPresent(); batch = reader.next(300)) {
                batches.add(batch.get());
            }
        }
        assertThat(batches).extracting(Dataset::rows).containsExactly(300, 300, 300, 100);
        assertThat(batches.get(1).features().dense()).isEqualTo(rows.features().slice(300, 600));
    }

    @ParameterizedTest
    @EnumSource
    void everyMutationIsReadOrRefused(DataFormat format) throws IOException {
        byte[] good = written(format, random(ElementType.FLOAT64).slice(0, 20));
        var random = new Random(42);
        List<ElementType> types = List.of(ElementType.values());
        for (int round = 0; round < 1000; round++) {
            byte[] bad = mutated(good, random);
            ReadOptions options = options(format, types.get(round % types.size()));
            try {
                Dataset rows = read(format, bad, options, 1000);
                assertThat(rows.rows()).isLessThanOrEqualTo(1000);
            } catch (FormatException e) {
                assertThat(e).hasMessageContaining("fuzz");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyFileHasNoRowsOrIsRefused(DataFormat format) throws IOException {
        if (format == DataFormat.PARQUET) {
            assertThatThrownBy(() -> read(format, new byte[0], ReadOptions.of("empty"), 10))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("empty");
        } else {
            assertThat(read(format, new byte[0], ReadOptions.of("empty"), 10).rows()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "a.csv.gz",
                "a.libsvm",
                "a.json",
                "a.jsonl.gz",
                "a.pbr",
                "a.pbr.gz",
                "a.parquet"
            })
    void aFileIsReadByItsName(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name);
        Dataset rows = Dataset.of(DenseMatrix.of(new double[] {1, 2.5}, new double[] {-3, 4}));
        DataFiles.write(file, rows);
        assertThat(DataFiles.read(file).features().dense()).isEqualTo(rows.features());
    }

    @Test
    void aCsvFileWithNamesKeepsThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("named.csv");
        Dataset rows =
                Dataset.of(DenseMatrix.of(new double[] {1, 2}), Values.of(3.0))
                        .withFeatureNames("x1", "x, \"2\"")
                        .withLabelNames("y");
        DataFiles.writeCsvWithHeader(file, rows);
        assertThat(DataFiles.read(file, 1)).isEqualTo(rows);
    }

    @Test
    void aContentTypeChoosesTheFormatAndItsOptions() {
        ContentType type = ContentType.parse("Text/CSV; Label_Size=2 ;header=present");
        assertThat(DataFormat.of(type)).isEqualTo(DataFormat.CSV);
        assertThat(type.options(ReadOptions.of("x")).labelSize()).isEqualTo(2);
        assertThat(type).hasToString("text/csv; label_size=2; header=present");
    }

    @Test
    void anUnknownContentTypeIsRefusedByName() {
        assertThatThrownBy(() -> DataFormat.of(ContentType.parse("image/png")))
                .hasMessageContaining("'image/png' can't be read; these can: text/csv");
        assertThatThrownBy(() -> ContentType.parse("csv")).hasMessageContaining("'csv'");
        assertThatThrownBy(() ->
                        ContentType.parse("text/csv; label_size=-1").options(ReadOptions.of("x")))
                .hasMessageContaining("label_size=-1");
        assertThatThrownBy(() ->
                        ContentType.parse("text/csv; charset=latin1").options(ReadOptions.of("x")))
                .hasMessageContaining("charset=latin1");
    }

    private static Dataset random(ElementType type) {
        var random = new Random(7);
        double[] features = random.doubles(ROWS * 3L).map(value -> value * 1e6 - 5e5).toArray();
        for (int index = 2; index < features.length; index += 7) {
            features[index] = 0;
        }
        double[] labels = random.ints(ROWS, 0, 3).asDoubleStream().toArray();
        return Dataset.of(
                new DenseMatrix(ROWS, 3, Values.of(features).as(type)), Values.of(labels).as(type));
    }

    private static ReadOptions options(DataFormat format, ElementType type) {
        ReadOptions options = ReadOptions.of("fuzz").withElementType(type);
        return switch (format) {
            case CSV, PARQUET -> options.withLabelSize(1);
            case LIBSVM -> options.withColumns(3);
            case JSON, JSON_LINES, RECORDIO_PROTOBUF -> options;
        };
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        if (random.nextInt(4) == 0) {
            bad = Arrays.copyOf(bad, random.nextInt(bad.length));
        }
        for (int change = random.nextInt(4); change >= 0 && bad.length > 0; change--) {
            int at = random.nextInt(bad.length);
            bad[at] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : (byte) ",:e-\n\"\u007f".charAt(random.nextInt(7));
        }
        return bad;
    }

    private static byte[] written(DataFormat format, Dataset rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (DataWriter writer = format.writer(out)) {
            writer.write(rows.slice(0, rows.rows() / 2));
            writer.write(rows.slice(rows.rows() / 2, rows.rows()));
        }
        return out.toByteArray();
    }

    private static Dataset read(DataFormat format, byte[] bytes, ReadOptions options, int limit)
            throws IOException {
        try (DataReader reader = format.reader(new ByteArrayInputStream(bytes), options)) {
            return reader.next(limit).orElseGet(Dataset::empty);
        }
    }
}
