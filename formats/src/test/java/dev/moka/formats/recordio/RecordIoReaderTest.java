package dev.moka.formats.recordio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordIoReaderTest {
    private static final String GOOD =
            "0a23d7ce2c0000000a160a0676616c756573120c120a0a080000803f0000004012120a0676616c756573120812060a0400004040";

    @Test
    void denseAndSparseRowsMix() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(ProtobufRecord.of(Tensor.dense(Values.of(1f, 2f, 3f))));
            writer.write(ProtobufRecord.of(Tensor.sparse(Values.of(4.0), new long[] {1}, 3)));
        }
        Dataset rows = read(out.toByteArray());
        assertThat(rows.features()).isInstanceOf(SparseMatrix.class);
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(1.0, 2, 3, 0, 4, 0));
    }

    @Test
    void numbersThatAreNotPackedAreReadToo() throws IOException {
        String entry = "0a110a0676616c7565731207" + "12050d0000803f";
        byte[] file = HexFormat.of().parseHex("0a23d7ce13000000" + entry + "00");
        assertThat(read(file).features().dense().values()).isEqualTo(Values.of(1f));
    }

    @Test
    void repliesOfAlgorithmsHaveTheirOwnKeys() throws IOException {
        var labels = new LinkedHashMap<>(Map.of("score", Tensor.dense(Values.of(0.5f))));
        var record = new ProtobufRecord(new LinkedHashMap<>(), labels, "id-1", "meta", "{}");
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(record);
        }
        try (var in = new RecordIoStream(new ByteArrayInputStream(out.toByteArray()), "reply")) {
            assertThat(in.readAll()).containsExactly(record);
        }
        assertThatThrownBy(() -> read(out.toByteArray()))
                .hasMessageContaining(
                        "has a label under the key 'score'; only 'values' can be read");
    }

    @Test
    void aWrongMagicIsNamed() {
        refused(
                "78" + GOOD.substring(2),
                "train.pbr, record 1: begins with 0xCED72378 where RecordIO has 0xCED7230A");
        refused(GOOD + "00000000" + "00000000", "record 2: begins with 0x00000000");
    }

    @Test
    void aTruncatedFileIsNamed() {
        refused(GOOD + "0a23", "record 2: the file ends after 2 of the 8 bytes of a header");
        refused(
                GOOD.substring(0, GOOD.length() - 2),
                "says that it has 44 bytes and 0 of padding, 43 are there");
    }

    @Test
    void aLyingLengthTakesNoMemory() {
        long before = Runtime.getRuntime().totalMemory();
        refused(
                "0a23d7ceffffff7f" + GOOD.substring(16),
                "record 1: says that it has 2,147,483,647 bytes");
        refused("0a23d7ce00ffff7f" + GOOD.substring(16), "the file ends early");
        refused("0a23d7ceffffffff" + GOOD.substring(16), "4,294,967,295 bytes");
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(500_000_000);
    }

    @Test
    void aLyingLengthWithinARecordIsNamed() {
        refused(
                GOOD.replace("0a160a06", "0a7f0a06"),
                "a field says that it has 127 bytes, 42 are left");
        refused(
                GOOD.replace("0a080000", "0a070000"),
                "7 bytes of values are no whole number of float32");
        refused(GOOD.replace("0a160a06", "0f160a06"), "a field has the unknown wire type 7");
    }

    @Test
    void rowsOfAnotherWidthAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(Dataset.of(DenseMatrix.of(new float[] {1, 2})));
            writer.write(Dataset.of(DenseMatrix.of(new float[] {1})));
        }
        assertThatThrownBy(() -> read(out.toByteArray()))
                .hasMessage("train.pbr, record 2: has 1 features where the first record has 2");
    }

    @Test
    void keysBeyondTheShapeAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(
                    ProtobufRecord.of(
                            Tensor.sparse(Values.of(4f), new long[] {5_000_000_000L}, 3)));
        }
        assertThatThrownBy(() -> read(out.toByteArray()))
                .hasMessageContaining("has the key 5000000000, which is not below 3");
    }

    @Test
    void aLongStreamIsReadInConstantMemory() throws IOException {
        byte[] good = HexFormat.of().parseHex(GOOD);
        int repeats = 2_000_000;
        long rows = 0;
        var options = ReadOptions.of("endless");
        try (var reader = new RecordIoReader(new Repeated(good, repeats), options)) {
            for (var batch = reader.next(1000); batch.isPresent(); batch = reader.next(1000)) {
                rows += batch.get().rows();
            }
        }
        assertThat(rows).isEqualTo(repeats);
    }

    private static void refused(String hex, String message) {
        byte[] file = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(
                        () -> {
                            List<ProtobufRecord> all =
                                    new RecordIoStream(new ByteArrayInputStream(file), "train.pbr")
                                            .readAll();
                            assertThat(all).isNull();
                        })
                .isInstanceOf(FormatException.class);
    }

    private static Dataset read(byte[] file) throws IOException {
        var options = ReadOptions.of("train.pbr");
        try (var reader = new RecordIoReader(new ByteArrayInputStream(file), options)) {
            return reader.readAll();
        }
    }

    /// A stream that has the same bytes again and again.
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private long left;
        private int at;

        Repeated(byte[] bytes, long repeats) {
            this.bytes = bytes;
            left = bytes.length * repeats;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(Math.min(length, left), bytes.length - at);
            if (left == 0) {
                return -1;
            }
            System.arraycopy(bytes, at, into, offset, count);
            at = (at + count) % bytes.length;
            left -= count;
            return count;
        }
    }
}
