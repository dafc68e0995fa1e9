package dev.moka.packages.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvePackagesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return ResolvePackages.run(
                arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void itBringsAnArtifactIntoTheFolderAndPrintsItsClassPath(@TempDir Path folder) {
        assertThat(run("--into", folder.toString(), "--class-path", "org.jspecify:jspecify:1.0.0"))
                .isZero();
        Path jar = Path.of(out.toString(UTF_8).strip());
        assertThat(jar).startsWith(folder).hasFileName("jspecify-1.0.0.jar");
        assertThat(Files.isRegularFile(jar)).isTrue();
        out.reset();
        assertThat(run("--into", folder.toString(), "org.jspecify:jspecify:1.0.0")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("org.jspecify:jspecify:1.0.0: 1 jars, 0.0 MB");
    }

    @Test
    void whatItCannotReadIsNamed() {
        assertThat(run("not-a-coordinate")).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("not-a-coordinate");
        assertThat(run()).isEqualTo(64);
        assertThat(err.toString(UTF_8)).contains("usage:");
    }
}
