package dev.moka.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void showsArraysWithTypeAndLength() {
        assertThat(PlainText.of(new int[] {1, 2})).isEqualTo("int[2] {1, 2}");
        assertThat(PlainText.of(new String[][] {{"a"}, {}}))
                .isEqualTo("java.lang.String[2][] {{a}, {}}");
        assertThat(PlainText.of(Map.of("k", new double[] {.5}))).isEqualTo("{k=double[1] {0.5}}");
    }

    @Test
    void cutsLongThings() {
        assertThat(PlainText.of(IntStream.range(0, 1_000_000).boxed().toList()))
                .endsWith("99, … 999,900 more]")
                .hasSizeLessThan(1_000);
        assertThat(PlainText.of("x".repeat(3_000_000)))
                .endsWith("(2,900,000 more characters)")
                .hasSizeLessThan(101_000);
        assertThat(PlainText.of(List.of("x".repeat(5_000)))).hasSizeLessThan(1_200);
        assertThat(PlainText.of(new byte[5_000]))
                .contains("byte[5000]")
                .endsWith("4,744 more bytes")
                .hasSizeLessThan(1_500);
    }

    @Test
    void goesOnlySoDeep() {
        List<Object> ring = new ArrayList<>();
        ring.add(ring);
        assertThat(PlainText.of(ring)).isEqualTo("[[[[[…]]]]]");
    }

    @Test
    void putsLongElementsOnLinesOfTheirOwn() {
        List<String> long2 = Collections.nCopies(2, "y".repeat(60));
        assertThat(PlainText.of(long2).lines()).hasSize(4);
    }

    @Test
    void survivesAToStringThatThrows() {
        Object bad =
                new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException("no text");
                    }
                };
        assertThat(PlainText.of(bad))
                .contains("its toString() threw java.lang.IllegalStateException: no text");
        assertThat(PlainText.of(List.of(bad))).contains("no text");
    }
}
