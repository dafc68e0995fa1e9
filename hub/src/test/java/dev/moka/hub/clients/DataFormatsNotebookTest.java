package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tutorial 03 from a fresh kernel, with the SDK on its class path and a real hub's S3.
class DataFormatsNotebookTest {
    private static final Path ROOT = Path.of(System.getProperty("moka.root"));

    @TempDir Path folder;

    @Test
    void sixFormatsGoToS3AndComeBackAsTheyWere() throws Exception {
        Path notebook = folder.resolve("03-data-formats.ipynb");
        Files.copy(ROOT.resolve("notebooks/03-data-formats.ipynb"), notebook);
        File printed = folder.resolve("printed").toFile();
        try (TestHub hub = TestHub.start(folder.resolve("home"))) {
            Person ann = hub.user(hub.admin(), "ann");
            ProcessBuilder run =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-cp",
                            ROOT.resolve("lab/target/moka-lab.jar").toString(),
                            "dev.moka.lab.run.RunNotebook",
                            notebook.toString());
            run.environment().putAll(hub.awsEnvironment(ann));
            run.redirectErrorStream(true).redirectOutput(printed);
            Process process = run.start();
            try {
                assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).as(Files.readString(printed.toPath())).isZero();
        }
        assertThat(Files.readString(notebook))
                .contains("PASS: 6 formats, 2,000 rows, largest difference 0.", "image/png")
                .contains("6 objects deleted");
    }
}
