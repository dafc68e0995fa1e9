package dev.moka.formats.recordio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Matrix;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bytes come from AWS's Python SDK (`write_numpy_to_dense_tensor`,
/// `write_spmatrix_to_sparse_tensor`, `record_pb2`).
class GoldenBytesTest {
    private static final Matrix SPARSE =
            new SparseMatrix(1, 4, new int[] {0, 2}, new int[] {1, 3}, Values.of(1f, 2f));

    @Test
    void aDenseFloat32RowWithALabel() throws IOException {
        same(
                Dataset.of(DenseMatrix.of(new float[] {1, 2}), Values.of(3f)),
                "0a23d7ce 2c000000 0a160a0676616c756573120c120a0a080000803f00000040"
                        + " 12120a0676616c756573120812060a0400004040");
    }

    @Test
    void aSparseFloat32RowWithItsPadding() throws IOException {
        same(
                Dataset.of(SPARSE),
                "0a23d7ce 1f000000 0a1d0a0676616c756573121312110a080000803f00000040120201031a0104"
                        + " 00");
    }

    @Test
    void aDenseFloat64RowWithAnInt32Label() throws IOException {
        same(
                Dataset.of(DenseMatrix.of(new double[] {1.5}), Values.of(-1)),
                "0a23d7ce 32000000 0a160a0676616c756573120c1a0a0a08000000000000f83f"
                        + " 12180a0676616c756573120e3a0c0a0affffffffffffffffff01 0000");
    }

    @Test
    void anInt32RowWithManyBytes() throws IOException {
        same(
                Dataset.of(new DenseMatrix(1, 3, Values.of(0, 300, -2))),
                "0a23d7ce 1d000000 0a1b0a0676616c75657312113a0f0a0d00ac02feffffffffffffffff01"
                        + " 000000");
    }

    @Test
    void aSparseRowWithoutNumbers() throws IOException {
        var zeros = new SparseMatrix(1, 4, new int[] {0, 0}, new int[0], Values.of(new float[0]));
        same(
                Dataset.of(zeros, Values.of(1.0)),
                "0a23d7ce 29000000 0a0f0a0676616c756573120512031a0104"
                        + " 12160a0676616c756573120c1a0a0a08000000000000f03f 000000");
    }

    @Test
    void aPictureWithAContentType() throws IOException {
        var record =
                ProtobufRecord.of(
                        new Tensor.Bytes(List.of(new byte[] {1, 2, 3}), "image/png"),
                        Tensor.dense(Values.of(7f)));
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(record);
        }
        assertThat(hex(out.toByteArray()))
                .isEqualTo(
                        plain(
                                "0a23d7ce 32000000"
                                    + " 0a1c0a0676616c75657312124a100a030102031209696d6167652f706e67"
                                    + " 12120a0676616c756573120812060a040000e040 0000"));
        try (var in = new RecordIoStream(new ByteArrayInputStream(out.toByteArray()), "golden")) {
            assertThat(in.readAll()).containsExactly(record);
        }
    }

    private static void same(Dataset rows, String golden) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new RecordIoWriter(out)) {
            writer.write(rows);
        }
        assertThat(hex(out.toByteArray())).isEqualTo(plain(golden));
        var in = new ByteArrayInputStream(out.toByteArray());
        try (var reader = new RecordIoReader(in, ReadOptions.of("golden"))) {
            assertThat(reader.readAll()).isEqualTo(rows);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String plain(String golden) {
        return golden.replace(" ", "");
    }
}
