package dev.moka.formats.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NdArrayTest {
    /// What `mx.nd.save('f', {'a': mx.nd.array([[1, 2]])})` writes, put together from MXNet's
    /// `ndarray.cc`.
    private static final String GOLDEN =
            "1201000000000000 0000000000000000 0100000000000000"
                    + " c9fa93f9 00000000 02000000 0100000000000000 0200000000000000"
                    + " 01000000 00000000 00000000 0000803f 00000040"
                    + " 0100000000000000 0100000000000000 61";

    @Test
    void aNamedMatrixIsWrittenByteForByte() throws IOException {
        var named = new LinkedHashMap<String, NdArray>();
        named.put("a", NdArray.of(DenseMatrix.of(new float[] {1, 2})));
        assertThat(HexFormat.of().formatHex(written(NdArrays.of(named))))
                .isEqualTo(GOLDEN.replace(" ", ""));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        NdArrays arrays =
                NdArrays.of(
                        NdArray.of(Values.of(1.5, -2.5)),
                        new NdArray(new int[] {2, 1, 2}, Values.of(1, 2, 3, 4)),
                        NdArray.of(new DenseMatrix(0, 3, Values.of(new float[0]))));
        assertThat(read(written(arrays))).isEqualTo(arrays);
        assertThat(arrays.arrays().get(1).matrix().columns()).isEqualTo(2);
        assertThat(arrays.byName()).containsOnlyKeys("0", "1", "2");
    }

    @Test
    void smallNumbersAreWidened() throws IOException {
        String bytes = GOLDEN.replace(" ", "").replace("000000000000803f00000040", "0300000005ff");
        assertThat(read(HexFormat.of().parseHex(bytes)).values(0)).isEqualTo(Values.of(5, 255));
    }

    @Test
    void badFilesAreRefusedByWhatIsWrong() {
        refused(
                "0a23d7ce00000000",
                "a.params: begins with 0xCED7230A where an NDArray file has 0x112");
        refused(golden().substring(0, 40), "the file ends early");
        refused(
                golden().replace("c9fa93f9", "00000000"),
                "array 1: has the version mark 0x00000000");
        refused(golden().replace("c9fa93f900000000", "c9fa93f901000000"), "is stored sparse");
        refused(
                golden().replace("0200000000000000", "ffffff7f00000000"),
                "has more than 2,147,483,639 numbers");
        refused(golden().replace("0200000000000000", "ffffff0f00000000"), "the file ends early");
        refused(golden() + "00", "has more bytes after the last name");
    }

    @Test
    void everyMutationIsReadOrRefused() {
        byte[] good = HexFormat.of().parseHex(golden());
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            try {
                assertThat(read(bad)).isNotNull();
            } catch (FormatException e) {
                assertThat(e).hasMessageContaining("a.params");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String golden() {
        return GOLDEN.replace(" ", "");
    }

    private static void refused(String hex, String message) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    private static byte[] written(NdArrays arrays) throws IOException {
        var out = new ByteArrayOutputStream();
        NdArrayWriter.write(arrays, out);
        return out.toByteArray();
    }

    private static NdArrays read(byte[] bytes) throws IOException {
        return NdArrayReader.read(new ByteArrayInputStream(bytes), "a.params");
    }
}
