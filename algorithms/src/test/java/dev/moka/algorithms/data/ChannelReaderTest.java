package dev.moka.algorithms.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.xgboost.Xgboost;
import dev.moka.formats.DataFiles;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelReaderTest {
    @TempDir Path channel;

    @Test
    void aFolderIsReadFileByFileInOrder() throws IOException {
        write("b.csv", "2,5,6\n");
        write("sub/a.csv", "3,7,8\n");
        write("a.csv", "1,3,4\n\n0,5,6\n");
        write("_SUCCESS", "");
        LabelledRows rows = read("text/csv", false);
        assertThat(rows.labels()).containsExactly(1, 0, 2, 3);
        assertThat(rows.columns()).isEqualTo(2);
    }

    @Test
    void weightsAreTheSecondColumnOfCsvWhenAsked() throws IOException {
        write("a.csv", "1,0.5,3\n0,2,4\n");
        LabelledRows rows = read("csv", true);
        assertThat(rows.weights()).containsExactly(0.5f, 2);
        assertThat(rows.columns()).isEqualTo(1);
    }

    @Test
    void otherDelimitersAreFound() throws IOException {
        write("a.csv", "1\t3\t4\n0\t5\t6\n");
        assertThat(read("text/csv", false).columns()).isEqualTo(2);
        write("a.csv", "1;3;;4\n");
        assertThat(read("text/csv", false).columns()).isEqualTo(3);
    }

    @Test
    void libSvmHasWeightsAndQueries() throws IOException {
        write("a.libsvm", "1:0.5 qid:1 0:2.5 3:1\n0 qid:2 1:1 # a comment\n\n");
        LabelledRows rows = read("text/libsvm", false);
        assertThat(rows.labels()).containsExactly(1, 0);
        assertThat(rows.weights()).containsExactly(0.5f, 1);
        assertThat(rows.queries()).containsExactly(1, 2);
        assertThat(rows.columns()).isEqualTo(4);
        assertThat(rows.batches().getFirst().features().get(0, 3)).isEqualTo(1);
    }

    @Test
    void csvUnderTheDefaultContentTypeIsExplained() throws IOException {
        write("train.csv", "1,2,3\n");
        assertThatThrownBy(() -> read(null, false))
                .isInstanceOf(JobError.Client.class)
                .hasMessageStartingWith(
                        "First line '1,2,3...' of file 'train.csv' is not 'LIBSVM' format.")
                .hasMessageContaining("text/csv");
    }

    @Test
    void aWrongRowIsNamedWithItsFile() throws IOException {
        write("a.csv", "1,2,3\n1,2\n");
        assertThatThrownBy(() -> read("text/csv", false)).hasMessageContaining("a.csv, row 2");
        write("a.csv", "1,2,3\n1,two,3\n");
        assertThatThrownBy(() -> read("text/csv", false))
                .hasMessageContaining("a.csv, row 2, column 2")
                .hasMessageContaining("'two'");
    }

    @Test
    void filesOfDifferentWidthsAreNamed() throws IOException {
        write("a.csv", "1,2,3\n");
        write("b.csv", "1,2\n");
        assertThatThrownBy(() -> read("text/csv", false))
                .hasMessage("b.csv has 1 feature columns where a.csv has 2");
    }

    @Test
    void recordsAndParquetKeepTheirLabels() throws IOException {
        Dataset data =
                Dataset.of(
                        DenseMatrix.of(new float[] {1, 2}, new float[] {3, 4}), Values.of(1f, 0f));
        DataFiles.write(channel.resolve("a.pbr"), data);
        assertThat(read("application/x-recordio-protobuf", false).labels()).containsExactly(1, 0);
        Files.delete(channel.resolve("a.pbr"));
        DataFiles.write(channel.resolve("a.parquet"), data);
        LabelledRows rows = read("application/x-parquet", false);
        assertThat(rows.labels()).containsExactly(1, 0);
        assertThat(rows.columns()).isEqualTo(2);
    }

    @Test
    void recordsWithoutLabelsAreRefused() throws IOException {
        DataFiles.write(channel.resolve("a.pbr"), Dataset.of(DenseMatrix.of(new float[] {1, 2})));
        assertThatThrownBy(() -> read("recordio-protobuf", false))
                .hasMessageStartingWith("Got input data without labels.");
    }

    @Test
    void aHiddenFileIsRefused() throws IOException {
        write(".DS_Store", "x");
        assertThatThrownBy(() -> ChannelFiles.list(channel))
                .hasMessageStartingWith(
                        "Hidden file found in the data path! Remove that before training.");
    }

    @Test
    void anUnknownContentTypeIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> read("image/png", false))
                .hasMessageStartingWith(
                        "image/png is not an accepted ContentType: text/libsvm, text/x-libsvm,"
                                + " libsvm,");
    }

    @Test
    void theLineOfARowCountsEmptyLines() throws IOException {
        write("a.csv", "1,2\n\n\nNaN,4\n");
        Batch batch = read("text/csv", false).batches().getFirst();
        assertThat(RowPlace.of(batch, 1)).isEqualTo("a.csv, line 4");
    }

    private LabelledRows read(@org.jspecify.annotations.Nullable String type, boolean weighted)
            throws IOException {
        TrainingFormat format = TrainingFormat.of(new Xgboost().table(), type);
        return new ChannelReader(format, weighted).read(ChannelFiles.list(channel));
    }

    private void write(String name, String text) throws IOException {
        Path file = channel.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
