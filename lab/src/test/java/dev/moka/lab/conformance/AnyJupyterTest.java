package dev.moka.lab.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Installs the kernel for any Jupyter and has Jupyter's own client and kernel test use it. The
/// tests themselves are in `src/test/python`; what they need is installed once for each list.
@Timeout(400)
class AnyJupyterTest {
    private static final long INSTALL_SECONDS = 240;
    private static final long RUN_SECONDS = 120;

    private final Path root = Path.of(System.getProperty("moka.root")).toAbsolutePath();
    private final Path tests = root.resolve("lab/src/test/python");

    @TempDir private Path prefix;

    @Test
    void jupytersOwnKernelTestFindsAKernel() throws Exception {
        assumeTrue(hasPip(), "SKIPPED: there is no python3 with pip on the path");
        Path peers = install();
        assertThat(installKernel()).contains("Installed kernel 'java'");

        String offered = run(jupyter(peers, "-m", "jupyter_client.kernelspecapp", "list"));
        assertThat(offered).contains("java", prefix.toString());
        String tested = run(jupyter(peers, tests.resolve("java_kernel_test.py").toString()));
        assertThat(tested).contains("OK");
    }

    private static boolean hasPip() throws InterruptedException {
        try {
            Process pip = new ProcessBuilder("python3", "-m", "pip", "--version").start();
            return pip.waitFor(30, TimeUnit.SECONDS) && pip.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path install() throws Exception {
        Path list = tests.resolve("requirements.txt");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(list));
        String key = HexFormat.of().formatHex(hash).substring(0, 12);
        Path peers = cache().resolve("jupyter-client-" + key);
        if (!Files.exists(peers.resolve("ready"))) {
            run(
                    new Command(
                            List.of(
                                    "python3",
                                    "-m",
                                    "pip",
                                    "install",
                                    "--quiet",
                                    "--upgrade",
                                    "--target",
                                    peers.toString(),
                                    "--require-hashes",
                                    "--only-binary",
                                    ":all:",
                                    "--requirement",
                                    list.toString()),
                            Map.of(),
                            INSTALL_SECONDS));
            Files.createFile(peers.resolve("ready"));
        }
        return peers;
    }

    private static Path cache() {
        String named = System.getenv("MOKA_CACHE");
        return named == null
                ? Path.of(System.getProperty("user.home"), ".cache", "moka")
                : Path.of(named);
    }

    private String installKernel() throws Exception {
        return run(
                new Command(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                root.resolve("kernel/target/moka-kernel.jar").toString(),
                                "dev.moka.kernel.install.InstallKernel",
                                "--prefix",
                                prefix.toString()),
                        Map.of(),
                        RUN_SECONDS));
    }

    private record Command(List<String> words, Map<String, String> environment, long seconds) {}

    private Command jupyter(Path peers, String... words) {
        return new Command(
                Stream.concat(Stream.of("python3"), Arrays.stream(words)).toList(),
                Map.of(
                        "PYTHONPATH", peers.toString(),
                        "JUPYTER_PATH", prefix.resolve("share/jupyter").toString(),
                        "JUPYTER_RUNTIME_DIR", prefix.resolve("run").toString(),
                        "JUPYTER_CONFIG_DIR", prefix.resolve("config").toString(),
                        "IPYTHONDIR", prefix.resolve("ipython").toString()),
                RUN_SECONDS);
    }

    private String run(Command command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(prefix, "run", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command.words())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        boolean ended = process.waitFor(command.seconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output, UTF_8);
        assertThat(ended)
                .as("%s did not end in %d s:%n%s", command.words(), command.seconds(), text)
                .isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
