package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.console.view.PackageSetPage.LineError;
import org.junit.jupiter.api.Test;

class CoordinateLinesTest {
    @Test
    void eachWrongLineIsToldWithItsNumber() {
        String text = "# charts\norg.knowm.xchart:xchart:4.0.3\n\nxchart\n";
        assertThat(CoordinateLines.errors(text))
                .singleElement()
                .extracting(LineError::line, error -> error.text().contains("'xchart'"))
                .containsExactly(4, true);
        assertThat(CoordinateLines.count(text)).isEqualTo("2 packages");
    }

    @Test
    void nothingIsWrongWithNothing() {
        assertThat(CoordinateLines.errors("")).isEmpty();
        assertThat(CoordinateLines.count("# only a note"))
                .startsWith("Maven coordinates, one a line");
    }
}
