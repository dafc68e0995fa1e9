package dev.moka.kernel.magics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobsTest {
    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("lib/deep"));
        for (String name : List.of("lib/a.jar", "lib/b.jar", "lib/notes.txt", "lib/deep/c.jar")) {
            Files.writeString(folder.resolve(name), "");
        }
    }

    private List<String> find(String pattern) throws IOException {
        return Globs.find(folder.resolve(pattern)).stream()
                .map(each -> folder.relativize(each).toString())
                .toList();
    }

    @Test
    void findsByPattern() throws IOException {
        assertThat(find("lib/*.jar")).containsExactly("lib/a.jar", "lib/b.jar");
        assertThat(find("lib/**.jar")).containsExactly("lib/a.jar", "lib/b.jar", "lib/deep/c.jar");
        assertThat(find("lib/?.txt")).isEmpty();
    }

    @Test
    void aStarAtTheEndMeansJarsAsInJavasClassPath() throws IOException {
        assertThat(find("lib/*")).containsExactly("lib/a.jar", "lib/b.jar");
    }

    @Test
    void takesPlainPaths() throws IOException {
        assertThat(find("lib")).containsExactly("lib");
        assertThat(find("nowhere")).isEmpty();
        assertThat(find("nowhere/*.jar")).isEmpty();
    }
}
