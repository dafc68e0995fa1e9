package dev.moka.kernel.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InstallKernelTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path jar;
    private Map<String, String> system;

    @BeforeEach
    void prepare() throws IOException {
        jar = Files.createFile(folder.resolve("moka-kernel.jar"));
        system =
                Map.of(
                        "os.name", "Linux",
                        "user.home", folder.toString(),
                        "java.home", System.getProperty("java.home"));
    }

    @Test
    void writesAKernelspecThatAnyJupyterFinds() throws IOException {
        assertThat(run(Map.of())).isZero();
        Path spec = folder.resolve(".local/share/jupyter/kernels/java");
        assertThat(out.toString(UTF_8)).contains("Installed kernel 'java' in " + spec);
        JsonNode json = Json.parseObject(Files.readAllBytes(spec.resolve("kernel.json")));
        assertThat(json.path("display_name").asString()).isEqualTo("Java");
        assertThat(json.path("interrupt_mode").asString()).isEqualTo("message");
        assertThat(json.path("argv").path(0).asString()).endsWith("/bin/java");
        assertThat(json.path("argv").toString())
                .doesNotContain("AOTCache")
                .endsWith("\"{connection_file}\"]");
        assertThat(spec.resolve("logo-64x64.png")).isNotEmptyFile();
        assertThat(spec.resolve("logo-svg.svg")).content().contains("#a3491a");
    }

    @Test
    void usesTheAotCacheWhenThereIsOne() throws IOException {
        Path cache = Files.createFile(folder.resolve("moka-kernel.aot"));
        assertThat(run(Map.of(), "--prefix", folder.toString(), "--name", "java-25")).isZero();
        Path spec = folder.resolve("share/jupyter/kernels/java-25/kernel.json");
        assertThat(spec).content().contains("-XX:AOTCache=" + cache);
    }

    @Test
    void environmentVariablesChooseTheFolder() {
        Path data = folder.resolve("data");
        assertThat(run(Map.of("JUPYTER_DATA_DIR", data.toString()))).isZero();
        assertThat(data.resolve("kernels/java/kernel.json")).exists();
        Path environment = folder.resolve("venv");
        assertThat(run(Map.of("VIRTUAL_ENV", environment.toString()), "--sys-prefix")).isZero();
        assertThat(environment.resolve("share/jupyter/kernels/java/kernel.json")).exists();
    }

    @Test
    void badArgumentsAreExplained() {
        refused("unknown option --nmae", "--nmae", "x");
        refused("--name needs a value", "--name");
        refused("--name is '../x'", "--name", "../x");
        refused("needs an active environment", "--sys-prefix");
        refused("is no program", "--java", folder.resolve("java").toString());
    }

    @Test
    void anUnwritableFolderIsExplained() {
        assertThat(run(Map.of(), "--prefix", jar.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("can't write the kernelspec")
                .contains(jar.toString());
    }

    private void refused(String reason, String... arguments) {
        assertThat(run(Map.of(), arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(reason).contains("usage:");
    }

    private int run(Map<String, String> environment, String... arguments) {
        InstallKernel installer =
                new InstallKernel(
                        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), jar);
        return installer.run(List.of(arguments), environment, system);
    }
}
