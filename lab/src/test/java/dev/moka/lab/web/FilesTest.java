package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {
    @TempDir Path folder;
    private RunningLab lab;

    @BeforeEach
    void start() throws IOException {
        lab = new RunningLab(folder);
        Files.writeString(lab.root().resolve("digits.csv"), "0123456789");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aFileComesWithItsTypeAndCannotActForItsReader() throws Exception {
        Reply reply = lab.get("/files/digits.csv");
        assertThat(reply.text()).isEqualTo("0123456789");
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=UTF-8");
        assertThat(reply.header("Content-Security-Policy")).contains("sandbox");
        assertThat(reply.header("Content-Disposition")).isEmpty();
        assertThat(lab.get("/files/digits.csv", "If-None-Match", reply.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    void aHeadTellsTheSizeWithoutTheBytes() throws Exception {
        Reply reply = lab.call("HEAD", "/files/digits.csv", null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Length")).isEqualTo("10");
        assertThat(reply.body()).isEmpty();
        assertThat(lab.call("HEAD", "/files/nope", null).status()).isEqualTo(404);
    }

    @Test
    void aDownloadKeepsItsName() throws Exception {
        Files.writeString(lab.root().resolve("ü b.txt"), "x");
        assertThat(lab.get("/files/%C3%BC%20b.txt?download=1").header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%C3%BC%20b.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 206, 0123, bytes 0-3/10", "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10", "bytes=5-99, 206, 56789, bytes 5-9/10",
        "lines=1-2, 200, 0123456789, ''", "'bytes=0-1,4-5', 200, 0123456789, ''"
    })
    void aPartOfAFileCanBeHad(String range, int status, String text, String content)
            throws Exception {
        Reply reply = lab.get("/files/digits.csv", "Range", range);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.header("Content-Range")).isEqualTo(content);
    }

    @Test
    void aPartThatIsNotThereIsRefused() throws Exception {
        Reply reply = lab.get("/files/digits.csv", "Range", "bytes=20-30");
        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.header("Content-Range")).isEqualTo("bytes */10");
    }

    @Test
    void hiddenFilesAndFoldersAreNotServed() throws Exception {
        Files.writeString(lab.root().resolve(".hidden"), "x");
        assertThat(lab.get("/files/.hidden").status()).isEqualTo(404);
        Files.createDirectory(lab.root().resolve("d"));
        assertThat(lab.get("/files/d").status()).isEqualTo(400);
    }
}
