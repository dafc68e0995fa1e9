package dev.moka.lab.assets;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs what checks the JavaScript of the extension: the TypeScript compiler on its JSDoc types,
/// and the tests of Node.
@Timeout(value = 6, unit = MINUTES)
class ExtensionCheckTest {
    private final Path extension = Path.of(System.getProperty("moka.root"), "lab", "extension");

    @Test
    void isWellTypedAndPassesItsTests() throws Exception {
        if (!isInstalled()) {
            run("npm", "ci", "--no-progress", "--loglevel=error");
        }
        run("npm", "run", "--silent", "check");
    }

    /// npm writes `.package-lock.json` last.
    private boolean isInstalled() throws IOException {
        Path installed = extension.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && modified(installed).compareTo(modified(extension.resolve("package-lock.json")))
                        >= 0;
    }

    private static FileTime modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file);
    }

    private void run(String... command) throws Exception {
        Path log = Files.createTempFile("moka-extension", ".log");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(extension.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(4, MINUTES)) {
                process.destroyForcibly();
            }
            assertThat(process.waitFor())
                    .as("%s says:%n%s", String.join(" ", command), Files.readString(log))
                    .isZero();
        } catch (IOException e) {
            throw new IOException(
                    "the extension's check needs Node 20 and npm: apt-get install nodejs npm", e);
        } finally {
            Files.delete(log);
        }
    }
}
