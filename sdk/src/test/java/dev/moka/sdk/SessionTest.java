package dev.moka.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.Values;
import dev.moka.formats.recordio.RecordIoReader;
import dev.moka.sdk.progress.Progress;
import dev.moka.sdk.s3.S3Uri;
import dev.moka.sdk.s3.TransferSettings;
import dev.moka.sdk.tablesaw.TableData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class SessionTest {
    private static final int MIB = 1 << 20;

    @TempDir private static Path store;
    private static AwsAtHome aws;
    private static Session session;
    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        aws = new AwsAtHome(store);
        session = aws.session().build();
    }

    @AfterAll
    static void stop() throws Exception {
        session.close();
        aws.stop();
    }

    @Test
    void theDefaultBucketIsNamedAsSageMakerNamesItAndIsMade() {
        assertThat(session.region()).isEqualTo("eu-west-1");
        assertThat(session.account()).isEqualTo(AwsAtHome.ACCOUNT);
        assertThat(session.defaultBucket()).isEqualTo("sagemaker-eu-west-1-123456789012");
        assertThat(session.s3().listBuckets().buckets())
                .extracting(bucket -> bucket.name())
                .containsExactly("sagemaker-eu-west-1-123456789012");
    }

    @Test
    void theRoleIsTheOneThatTheCallerHasTaken() {
        assertThat(session.role()).isEqualTo(AwsAtHome.ROLE);
        try (Session other = aws.session().role("arn:aws:iam::1:role/other").build()) {
            assertThat(other.role()).isEqualTo("arn:aws:iam::1:role/other");
        }
    }

    @Test
    void aFileGoesUpAndComesBack() throws IOException {
        Path file = Files.writeString(folder.resolve("a file.csv"), "1,2\n");
        S3Uri uri = session.uploadData(file, "iris/train");
        assertThat(uri).hasToString("s3://sagemaker-eu-west-1-123456789012/iris/train/a file.csv");
        Path back = folder.resolve("back.csv");
        assertThat(session.downloadData(uri, back)).containsExactly(back);
        assertThat(back).hasSameBinaryContentAs(file);
        Path into = Files.createDirectory(folder.resolve("into"));
        assertThat(session.downloadData(uri, into)).containsExactly(into.resolve("a file.csv"));
    }

    @Test
    void aFolderGoesUpAndComesBack() throws IOException {
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve("deep"));
        for (int number = 0; number < 30; number++) {
            Files.writeString(tree.resolve("deep/%02d.txt".formatted(number)), "n" + number);
        }
        Files.writeString(tree.resolve("empty.txt"), "");
        S3Uri uri = session.uploadData(tree, "trees");
        assertThat(uri.key()).isEqualTo("trees/");
        Path back = folder.resolve("back");
        assertThat(session.downloadData(uri, back)).hasSize(31);
        assertThat(back.resolve("deep/07.txt")).hasContent("n7");
        assertThat(back.resolve("empty.txt")).isEmptyFile();
    }

    @Test
    void aLargeFileGoesUpInPartsAndItsProgressAddsUp() throws IOException {
        byte[] bytes = new byte[13 * MIB + 5];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("large.bin"), bytes);
        var moved = new AtomicLong();
        var settings = new TransferSettings(3, 6 * MIB, 5 * MIB);
        try (Session other = aws.session().transfers(settings).progress(count(moved)).build()) {
            S3Uri uri = other.uploadData(file);
            assertThat(moved).hasValue(bytes.length);
            String etag = other.s3().headObject(b -> b.bucket(uri.bucket()).key(uri.key())).eTag();
            assertThat(etag).contains("-3");
            Path back = folder.resolve("back.bin");
            other.downloadData(uri, back);
            assertThat(back).hasSameBinaryContentAs(file);
            assertThat(moved).hasValue(2L * bytes.length);
        }
    }

    @Test
    void aTableGoesUpInEveryFormatAndComesBack() throws IOException {
        Table table =
                Table.create(
                        "t",
                        DoubleColumn.create("x1", 0.1, 0.2, 1e-17),
                        DoubleColumn.create("y", 1, 0, 1));
        for (String ending :
                List.of("csv", "pbr", "libsvm", "json", "jsonl", "parquet", "csv.gz")) {
            S3Uri uri = TableData.upload(session, table, "tables/train." + ending, "y");
            Dataset back = session.readData(uri, labelSize(ending));
            assertThat(back.features().dense().values())
                    .as(ending)
                    .isEqualTo(Values.of(0.1, 0.2, 1e-17));
            assertThat(back.labels().values()).as(ending).isEqualTo(Values.of(1.0, 0, 1));
        }
        S3Uri csv = session.uri("tables/train.csv");
        assertThat(TableData.download(session, csv, 1).columnNames())
                .containsExactly("label", "x1");
    }

    @Test
    void aRecordSetHasShardsAndAManifest() throws IOException {
        float[] numbers = new float[22];
        Dataset rows =
                Dataset.of(new DenseMatrix(11, 2, Values.of(numbers)), Values.of(new float[11]));
        S3Uri prefix = session.uri("sets/one");
        RecordSet set = session.recordSet(rows, 10, prefix);
        assertThat(set)
                .isEqualTo(new RecordSet(session.uri("sets/one/.amazon.manifest"), 11, 2, 10));
        assertThat(text(set.manifest()))
                .isEqualTo(
                        "[{\"prefix\":\"%s/\"},".formatted(prefix)
                                + "\"matrix_00.pbr\",\"matrix_01.pbr\",\"matrix_02.pbr\",\"matrix_03.pbr\",\"matrix_04.pbr\","
                                + "\"matrix_05.pbr\",\"matrix_06.pbr\",\"matrix_07.pbr\",\"matrix_08.pbr\",\"matrix_09.pbr\"]");
        S3Uri last = prefix.resolve("matrix_09.pbr");
        var in = session.s3().getObject(b -> b.bucket(last.bucket()).key(last.key()));
        try (var reader = new RecordIoReader(in, ReadOptions.of("shard"))) {
            assertThat(reader.readAll().rows()).isEqualTo(2);
        }
        assertThat(set.trainingInput().s3DataType().value()).isEqualTo("ManifestFile");
        assertThat(session.recordSet(rows, 1).manifest().key())
                .startsWith("sagemaker-record-sets/");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> session.downloadData(session.uri("nothing/here"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "there is nothing at s3://sagemaker-eu-west-1-123456789012/nothing/here");
    }

    @Test
    void aFailedDownloadLeavesNoFile() throws IOException {
        Path into = Files.createDirectory(folder.resolve("failed"));
        S3Uri missing = new S3Uri("no-such-bucket", "a.csv");
        assertThatThrownBy(() -> session.downloadData(missing, into.resolve("a.csv")));
        assertThat(into).isEmptyDirectory();
    }

    private static int labelSize(String ending) {
        return ending.startsWith("csv") || ending.equals("parquet") ? 1 : 0;
    }

    private String text(S3Uri uri) throws IOException {
        try (var in = session.s3().getObject(b -> b.bucket(uri.bucket()).key(uri.key()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Progress count(AtomicLong moved) {
        return (_, _) ->
                new Progress.Transfer() {
                    @Override
                    public void moved(long bytes) {
                        moved.addAndGet(bytes);
                    }

                    @Override
                    public void close() {
                        assertThat(moved.get()).isPositive();
                    }
                };
    }
}
