package dev.moka.lab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLogTest {
    private static final LogLimits SMALL = new LogLimits(1024, 4096);

    @TempDir Path folder;

    private FrameLog open(List<LogEntry> found) throws IOException {
        return FrameLog.open(folder, SMALL, found::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> new String(entry.frame(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whatWasAppendedIsThereWhenTheLogIsOpenedAnew() throws IOException {
        try (FrameLog log = open(new ArrayList<>())) {
            log.append(LogEntry.Kind.SAID, 7, "page", bytes("one"));
            log.append(LogEntry.Kind.ASKED, 0, "", bytes("two"));
        }
        List<LogEntry> found = new ArrayList<>();
        try (FrameLog log = open(found)) {
            assertThat(texts(found)).containsExactly("one", "two");
            assertThat(found.getFirst().sequence()).isEqualTo(7);
            assertThat(found.getFirst().session()).isEqualTo("page");
            assertThat(log.read(found.getLast().next())).isEmpty();
        }
    }

    @Test
    void aTornEndIsCutOffAndTheLogGoesOn() throws IOException {
        try (FrameLog log = open(new ArrayList<>())) {
            log.append(LogEntry.Kind.SAID, 1, "", bytes("whole"));
            log.append(LogEntry.Kind.SAID, 2, "", bytes("torn in two"));
        }
        Path file = folder.resolve("0000000000000000.log");
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 3);
        }
        List<LogEntry> found = new ArrayList<>();
        try (FrameLog log = open(found)) {
            assertThat(texts(found)).containsExactly("whole");
            log.append(LogEntry.Kind.SAID, 2, "", bytes("again"));
        }
        found.clear();
        open(found).close();
        assertThat(texts(found)).containsExactly("whole", "again");
    }

    @Test
    void theOldestGoesWhenThereIsTooMuch() throws IOException {
        try (FrameLog log = open(new ArrayList<>())) {
            for (int i = 1; i <= 100; i++) {
                log.append(LogEntry.Kind.SAID, i, "", new byte[200]);
            }
            assertThat(log.first()).isPositive();
            assertThat(log.end() - log.first()).isLessThanOrEqualTo(SMALL.totalBytes() + 1024);
            LogEntry oldest = log.read(0).orElseThrow();
            assertThat(oldest.position()).isEqualTo(log.first());
            assertThat(oldest.sequence()).isGreaterThan(1);
        }
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isLessThanOrEqualTo(5);
        }
    }
}
