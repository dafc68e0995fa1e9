package dev.moka.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {
    private final NumberScanner scanner = new NumberScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "+1",
                "-1.5",
                ".5",
                "5.",
                "0.1",
                "123456789.123456789",
                "1e5",
                "1E-5",
                "1e+05",
                "0.8444218515250481",
                "179769313486231570000e289",
                "1.7976931348623157e308",
                "1e309",
                "-1e400",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.4703282292062328e-324",
                "2.2250738585072011e-308",
                "2.2250738585072014e-308",
                "9007199254740993",
                "9007199254740992.5",
                "9007199254740993.0000000001",
                "0.000000000000000000000000000000000000000000001",
                "18446744073709551615",
                "18446744073709551616",
                "1.00000005960464477539062500001",
                "1.00000005960464477539062500000",
                "1.0000001788139343",
                "3.4028235677973366e38",
                "1.17549435e-38",
                "1.4e-45",
                "7e-46",
                "1e100000000000",
                "1e-100000000000",
                "00000000000000000000000000001.25",
                "0.30000000000000004",
                "6.0221407600e23",
                "123456789012345678901234567890",
                "5e-1",
                "8.5",
                "16777217",
                "16777219",
                "33554435"
            })
    void aNumberIsReadAsJavaReadsIt(String text) {
        byte[] bytes = bytes(text);
        assertThat(scanner.scanDouble(bytes, 0)).isEqualTo(Double.parseDouble(text));
        assertThat(scanner.end()).isEqualTo(text.length());
        assertThat(scanner.scanFloat(bytes, 0)).isEqualTo(Float.parseFloat(text));
        assertThat(scanner.end()).isEqualTo(text.length());
    }

    @Test
    void randomDoublesReadBackAsThemselves() {
        var random = new Random(1);
        for (int round = 0; round < 300_000; round++) {
            double value =
                    switch (round % 4) {
                        case 0 -> random.nextDouble();
                        case 1 -> random.nextGaussian() * 1000;
                        case 2 -> Double.longBitsToDouble(random.nextLong());
                        default -> random.nextInt() / 1000.0;
                    };
            if (Double.isFinite(value)) {
                String text = round % 8 < 4 ? Double.toString(value) : "%.17e".formatted(value);
                same(text);
            }
        }
    }

    @Test
    void randomDigitsReadAsJavaReadsThem() {
        var random = new Random(2);
        for (int round = 0; round < 300_000; round++) {
            String digits = Long.toUnsignedString(random.nextLong() >>> random.nextInt(64));
            int point = random.nextInt(digits.length() + 1);
            String text = digits.substring(0, point) + "." + digits.substring(point);
            same(round % 3 == 0 ? text + "e" + (random.nextInt(700) - 350) : text);
        }
    }

    @Test
    void floatsHalfWayBetweenTwoAreRoundedOnce() {
        var random = new Random(3);
        for (int round = 0; round < 50_000; round++) {
            float lower = Math.abs(Float.intBitsToFloat(random.nextInt() & 0x7F7FFFFF));
            double middle = ((double) lower + Math.nextUp(lower)) / 2;
            String text = new BigDecimal(middle).toPlainString();
            same(text);
            same(text.contains(".") ? text + "00000000001" : text + ".00000000001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", ".", "abc", "e5", "-.", "NaN"})
    void whatIsNoNumberMovesNothing(String text) {
        scanner.scanDouble(bytes(text), 0);
        assertThat(scanner.end()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e", "1e+", "1ex"})
    void anExponentWithoutDigitsIsNoneAndTheNumberEndsBefore(String text) {
        assertThat(scanner.scanDouble(bytes(text), 0)).isEqualTo(1);
        assertThat(scanner.end()).isEqualTo(1);
    }

    private void same(String text) {
        byte[] bytes = bytes(text);
        double wide = scanner.scanDouble(bytes, 0);
        if (wide != Double.parseDouble(text)) {
            assertThat(wide).as(text).isEqualTo(Double.parseDouble(text));
        }
        float narrow = scanner.scanFloat(bytes, 0);
        if (narrow != Float.parseFloat(text)) {
            assertThat(narrow).as(text).isEqualTo(Float.parseFloat(text));
        }
    }

    private static byte[] bytes(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(bytes, bytes.length + NumberScanner.SLACK);
    }
}
