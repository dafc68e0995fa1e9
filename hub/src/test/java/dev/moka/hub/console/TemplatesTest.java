package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.console.view.SamplePages;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final Templates TEMPLATES = new Templates();

    static Stream<Map.Entry<String, Object>> pages() {
        return new SamplePages(HOSTILE, "dark", file -> "/assets/" + file)
                .all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageShowsHostileNamesAsText(Map.Entry<String, Object> page) {
        String html = TEMPLATES.fill(page.getKey().replaceAll("#.*", ""), "page", page.getValue());
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script");
        assertThat(html).doesNotContainPattern("<[^>]* (style|onclick|onload)=");
        assertThat(html).contains("<title>", "data-theme=\"dark\"");
    }
}
