package dev.moka.lab.assets;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetchJupyterLabTest {
    private static final Path ROOT = Path.of(System.getProperty("moka.root"));

    private static final List<String> TOOLS =
            List.of("sh", "cat", "dirname", "ln", "mkdir", "mktemp", "readlink", "rm", "sed", "tr");

    @TempDir Path temp;
    private Path tools;

    /// A PATH without Python.
    @BeforeEach
    void collectTools() throws IOException {
        tools = Files.createDirectory(temp.resolve("tools"));
        for (String tool : TOOLS) {
            Path script = tools.resolve(tool);
            Files.writeString(script, "#!/bin/sh\nexec %s \"$@\"\n".formatted(found(tool)));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path found(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBuildHasTheWholeApplication() {
        Path app = ROOT.resolve("lab/target/jupyterlab");
        assertThat(app.resolve("static/index.html")).isRegularFile();
        assertThat(app.resolve("static/third-party-licenses.json.gz")).isRegularFile();
        assertThat(app.resolve("schemas/@jupyterlab/notebook-extension/tracker.json"))
                .isRegularFile();
        assertThat(app.resolve("themes/@jupyterlab/theme-light-extension/index.css"))
                .isRegularFile();
        assertThat(app.resolve("labextensions/@jupyter-widgets/jupyterlab-manager/package.json"))
                .isRegularFile();
        assertThat(app.resolve("licenses/jupyterlab.txt")).isRegularFile();
    }

    @Test
    void whatTheCacheHasNeedsNoPython() throws Exception {
        Path cached = ROOT.resolve("lab/target/jupyterlab").toRealPath();
        Path cache = Files.createDirectory(temp.resolve("cache"));
        Files.createSymbolicLink(cache.resolve(cached.getFileName()), cached);
        Path link = temp.resolve("target/jupyterlab");

        String said = fetch(cache, link, 0);

        assertThat(said).isEmpty();
        assertThat(link.toRealPath()).isEqualTo(cached);
        Files.delete(link);
        Files.delete(cache.resolve(cached.getFileName()));
    }

    @Test
    void withoutPythonItSaysWhatToInstall() throws Exception {
        String said = fetch(temp.resolve("empty"), temp.resolve("target/jupyterlab"), 1);

        assertThat(said).contains("no python3 with pip 22 or newer", "apt-get install python3-pip");
        assertThat(temp.resolve("target/jupyterlab")).doesNotExist();
        assertThat(temp.resolve("empty")).isEmptyDirectory();
    }

    private String fetch(Path cache, Path link, int expected) throws Exception {
        Path log = temp.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(ROOT.resolve("lab/fetch-jupyterlab").toString(), link.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("MOKA_CACHE", cache.toString());
        builder.environment().remove("MOKA_PYTHON");
        Process process = builder.start();
        assertThat(process.waitFor(30, SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(expected);
        return Files.readString(log);
    }
}
