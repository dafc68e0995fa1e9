package dev.moka.lab.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir Path folder;
    private Path work;
    private Contents contents;

    @BeforeEach
    void open() throws IOException {
        work = folder.resolve("work");
        Files.createDirectories(work.resolve("data"));
        contents = at(NOW);
    }

    private Contents at(Instant now) throws IOException {
        return new Contents(
                work, folder.resolve("run"), new MediaTypes(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private DeletedItem delete(String path, String text) throws IOException {
        Files.writeString(work.resolve(path), text);
        contents.delete(ApiPath.parse(path));
        return contents.deleted().stream()
                .filter(item -> item.path().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsRestoredIsBackInItsPlace() throws IOException {
        DeletedItem item = delete("data/a.csv", "precious");
        assertThat(item.deleted()).isEqualTo(NOW);

        assertThat(contents.restore(item.id()).path()).hasToString("data/a.csv");

        assertThat(work.resolve("data/a.csv")).hasContent("precious");
        assertThat(contents.deleted()).isEmpty();
        assertThatThrownBy(() -> contents.restore(item.id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("30 days");
    }

    @Test
    void aFolderComesBackWithAllThatWasInIt() throws IOException {
        Files.writeString(work.resolve("data/a.csv"), "1");
        contents.delete(ApiPath.parse("data"));
        assertThat(work.resolve("data")).doesNotExist();

        contents.restore(contents.deleted().getFirst().id());

        assertThat(work.resolve("data/a.csv")).hasContent("1");
    }

    @Test
    void whatIsThereNowStaysWhenAnOlderThingComesBack() throws IOException {
        DeletedItem item = delete("data/a.csv", "old");
        Files.writeString(work.resolve("data/a.csv"), "new");

        assertThat(contents.restore(item.id()).path()).hasToString("data/a-Restored1.csv");

        assertThat(work.resolve("data/a.csv")).hasContent("new");
    }

    @Test
    void aThingWhoseFolderIsGoneComesBackToTheRoot() throws IOException {
        DeletedItem item = delete("data/a.csv", "x");
        contents.delete(ApiPath.parse("data"));

        assertThat(contents.restore(item.id()).path()).hasToString("a.csv");
    }

    @Test
    void whatIsOlderThanAMonthIsGone() throws IOException {
        delete("old.txt", "x");
        contents = at(NOW.plus(Duration.ofDays(29)));
        delete("younger.txt", "x");
        assertThat(contents.deleted()).hasSize(2);

        contents = at(NOW.plus(Duration.ofDays(31)));

        assertThat(contents.deleted())
                .extracting(item -> item.path().toString())
                .isEqualTo(List.of("younger.txt"));
    }

    @Test
    void temporaryFilesOfAKilledHubAreSweptAtTheNextStart() throws Exception {
        Path save = leftover(".moka-save-1", Duration.ofMinutes(5));
        Path nested = leftover("data/.moka-save-2", Duration.ofMinutes(5));
        Path upload = leftover(".moka-upload-1", Duration.ofDays(2));
        Path goingOn = leftover(".moka-upload-2", Duration.ofMinutes(5));
        Path mine = leftover(".mine", Duration.ofDays(2));

        at(NOW);

        Eventually.that(
                "the leftovers are gone",
                () -> List.of(save, nested, upload).stream().noneMatch(Files::exists));
        assertThat(goingOn).exists();
        assertThat(mine).exists();
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = Files.writeString(work.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
