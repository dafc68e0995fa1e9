package dev.moka.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "g:a:1.0",
                "org.example:a-b_c:zip:1.0",
                "g:a:jar:linux-x86_64:1.0-SNAPSHOT",
                "g:a:[1.0,2.0)"
            })
    void readsWhatItWrites(String text) {
        assertThat(Coordinate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g:a|has no version",
                "tablesaw|is not a Maven coordinate",
                "g::1.0|empty artifact",
                "g:a b:1.0|artifact 'a b' holds characters",
                "g:a:1.0/../x|version '1.0/../x' holds characters",
                "a:b:c:d:e:f|is not a Maven coordinate"
            })
    void saysWhatIsWrong(String text, String complaint) {
        assertThatThrownBy(() -> Coordinate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void snapshotsAndRangesMayChange() {
        assertThat(Coordinate.parse("g:a:1-SNAPSHOT").changing()).isTrue();
        assertThat(Coordinate.parse("g:a:[1,2)").changing()).isTrue();
        assertThat(Coordinate.parse("g:a:LATEST").changing()).isTrue();
        assertThat(Coordinate.parse("g:a:1.0").changing()).isFalse();
    }
}
