package dev.moka.hub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.logs.LogEvent;
import dev.moka.hub.logs.LogEventStore;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
    private static final LogEventStore.Limits ALL =
            new LogEventStore.Limits(100_000, Long.MAX_VALUE);

    @TempDir Path folder;

    @Test
    void eventsComeBackInBothDirections() {
        EventFiles files = new EventFiles(folder);
        files.append("s", events(0, 100));
        List<String> backward = new ArrayList<>();
        long position = Long.MAX_VALUE;
        LogEventStore.Page page;
        do {
            page = files.backward("s", position, _ -> true, new LogEventStore.Limits(7, 1 << 20));
            backward.addAll(0, messages(page));
            position = page.start();
        } while (!page.atEdge());

        assertThat(backward).isEqualTo(all(files));
        assertThat(files.summary("s").orElseThrow().firstTimestamp()).isZero();
        assertThat(files.summary("s").orElseThrow().lastTimestamp()).isEqualTo(99);
        assertThat(files.summary("none")).isEmpty();
        assertThatThrownBy(() -> files.forward("s", 3, _ -> true, ALL))
                .isInstanceOf(LogEventStore.NoSuchPosition.class);
    }

    @Test
    void aCrashAtAnyByteLeavesWholeEventsAndAWritableFile() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String stream = "s" + round;
            EventFiles files = new EventFiles(folder);
            files.append(stream, events(0, 20));
            Path file = folder.resolve(stream + ".events");
            long cut = random.nextLong(Files.size(file) + 1);
            try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
                raw.setLength(cut);
                if (round % 2 == 1) {
                    // A power cut may leave zeros or noise where the tail was to be.
                    byte[] noise = new byte[random.nextInt(200)];
                    random.nextBytes(noise);
                    raw.seek(cut);
                    raw.write(noise);
                }
            }
            EventFiles after = new EventFiles(folder);
            List<String> kept = all(after, stream);
            assertThat(messages(events(0, kept.size()))).isEqualTo(kept);
            after.append(stream, events(100, 1));
            assertThat(all(after, stream)).hasSize(kept.size() + 1).endsWith("event 100 é");
        }
    }

    private static List<LogEvent> events(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new LogEvent(i, i + 1, "event " + i + " é"))
                .toList();
    }

    private static List<String> all(EventFiles files) {
        return all(files, "s");
    }

    private static List<String> all(EventFiles files, String stream) {
        return messages(files.forward(stream, 0, _ -> true, ALL));
    }

    private static List<String> messages(LogEventStore.Page page) {
        return page.events().stream().map(placed -> placed.event().message()).toList();
    }

    private static List<String> messages(List<LogEvent> events) {
        return events.stream().map(LogEvent::message).toList();
    }
}
