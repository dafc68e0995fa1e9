package dev.moka.lab.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moka.lab.testing.TestLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Drives a lab with npm's `@jupyterlab/services`, as JupyterLab does. The tests themselves are in
/// `src/test/node`.
@Timeout(600)
class JupyterServicesTest {
    private static final long INSTALL_SECONDS = 180;
    private static final long RUN_SECONDS = 300;

    @TempDir Path folder;

    @Test
    void jupyterLabsClientLibraryFindsAJupyterServer() throws Exception {
        assumeTrue(hasNode(), "SKIPPED: there is no Node.js 20 or later on the path");
        Path tests = install();
        try (TestLab lab =
                TestLab.start(Files.createDirectory(folder.resolve("w")), folder.resolve("r"))) {
            ProcessBuilder node =
                    new ProcessBuilder(
                            "node",
                            "--test",
                            "--test-concurrency=1",
                            "--test-force-exit",
                            "--test-timeout=90000");
            node.environment().put("MOKA_LAB_URL", lab.uri("").toString());
            String output = run(node, tests, RUN_SECONDS);
            assertThat(output).contains("# fail 0").doesNotContain("# pass 0");
        }
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
            return node.waitFor() == 0
                    && Integer.parseInt(version.replaceFirst("^v(\\d+).*", "$1")) >= 20;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("moka.root", "..")).resolve("lab").toAbsolutePath();
    }

    /// Copies the tests into the build folder and installs what they need, once for each lock file.
    private static Path install() throws Exception {
        Path source = root().resolve("src/test/node");
        Path target = Files.createDirectories(root().resolve("target/conformance"));
        Path installed = target.resolve("node_modules/.package-lock.json");
        Path lock = target.resolve("package-lock.json");
        boolean same =
                Files.exists(installed)
                        && Files.exists(lock)
                        && Files.mismatch(lock, source.resolve("package-lock.json")) < 0;
        for (String file :
                List.of(
                        "package.json",
                        "package-lock.json",
                        "lab.mjs",
                        "kernels.test.mjs",
                        "services.test.mjs")) {
            Files.copy(
                    source.resolve(file),
                    target.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!same) {
            run(
                    new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    target,
                    INSTALL_SECONDS);
        }
        return target;
    }

    private static String run(ProcessBuilder command, Path directory, long seconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("moka", ".out");
        Process process =
                command.directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        Files.delete(output);
        assertThat(ended)
                .as("%s did not end in %d s:%n%s", command.command(), seconds, text)
                .isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
