package dev.moka.sdk.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aTerminalShowsABarThatIsWrittenOverAndThenLeft() {
        var bytes = new ByteArrayOutputStream();
        var clock = new AtomicLong();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (var transfer = new TerminalProgress(out, clock::get).begin("a.csv", 2_000_000)) {
            transfer.moved(500_000);
            clock.set(1_000_000_000);
            transfer.moved(500_000);
            transfer.moved(500_000);
            clock.set(2_000_000_000);
            transfer.moved(500_000);
        }
        String[] drawn = bytes.toString(StandardCharsets.UTF_8).split("\r");
        assertThat(drawn).hasSize(4);
        assertThat(drawn[1])
                .contains("a.csv [############------------]  50 %  1.0 of 2.0 MB, 1.0 MB/s");
        assertThat(drawn[3])
                .contains("100 %  2.0 of 2.0 MB, 1.0 MB/s")
                .endsWith(System.lineSeparator());
    }

    @Test
    void aNotebookShowsABarThatChanges() {
        List<String> calls = new ArrayList<>();
        var page =
                new NotebookPage() {
                    @Override
                    public String show(String html) {
                        calls.add("show " + html);
                        return "id-1";
                    }

                    @Override
                    public void change(String id, String html) {
                        calls.add("change " + id + " " + html);
                    }
                };
        try (var transfer = new NotebookProgress(page).begin("<a>.csv", 100)) {
            transfer.moved(100);
        }
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst())
                .startsWith("show <div>")
                .contains("&lt;a>.csv")
                .contains("value=\"100\"");
    }

    @Test
    void withoutNotebookAndTerminalNothingIsShown() {
        assertThat(NotebookPage.find()).isEmpty();
    }
}
