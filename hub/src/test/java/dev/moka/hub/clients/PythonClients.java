package dev.moka.hub.clients;

import dev.moka.hub.TestHub;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// boto3 and the AWS CLI, installed once into `hub/target`.
public final class PythonClients {
    private static final Path REQUIREMENTS =
            TestHub.ROOT.resolve("hub/src/test/python/aws-clients.txt");
    private static final int KEY_LENGTH = 12;
    private static final int INSTALL_SECONDS = 300;
    private static final int RUN_SECONDS = 120;

    private final Path folder;

    private PythonClients(Path folder) {
        this.folder = folder;
    }

    /// What a program said.
    ///
    /// @param output without spaces at its ends
    public record Run(int exitCode, String output, String errors) {}

    public static PythonClients install() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(REQUIREMENTS));
        String key = HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        Path folder = TestHub.ROOT.resolve("hub/target/aws-clients-" + key);
        Files.createDirectories(folder.getParent());
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolveSibling("aws-clients.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(folder)) {
                install(folder);
            }
        }
        return new PythonClients(folder);
    }

    /// Runs a script and expects it to end well; answers with what it printed.
    public String python(Map<String, String> environment, String script) throws Exception {
        Run run = run(environment, List.of("python3", "-c", script));
        if (run.exitCode() != 0) {
            throw new AssertionError("The script failed: " + run.errors());
        }
        return run.output();
    }

    /// Runs a shell script that knows nothing of AWS at first, and expects it to end well.
    public String shell(String script) throws Exception {
        Run run = run(Map.of(), List.of("sh", "-euc", script));
        if (run.exitCode() != 0) {
            throw new AssertionError("The script failed: " + run.errors());
        }
        return run.output();
    }

    public Run cli(Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "-m", "awscli"));
        command.addAll(List.of(words));
        return run(environment, command);
    }

    private Run run(Map<String, String> environment, List<String> command) throws Exception {
        Path out = Files.createTempFile("aws-client", ".out");
        Path err = Files.createTempFile("aws-client", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(environment);
            builder.environment().put("PYTHONPATH", folder.toString());
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            builder.environment().put("AWS_PAGER", "");
            builder.environment().put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
            builder.environment()
                    .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-keys").toString());
            builder.environment().putIfAbsent("AWS_EC2_METADATA_DISABLED", "true");
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(RUN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " took too long: " + read(err));
            }
            return new Run(process.exitValue(), read(out).strip(), read(err).strip());
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static void install(Path folder) throws Exception {
        Path fresh = Files.createTempDirectory(folder.getParent(), "aws-clients-fresh");
        Path log = fresh.resolveSibling("aws-clients.log");
        Process pip =
                new ProcessBuilder(
                                "python3",
                                "-m",
                                "pip",
                                "--disable-pip-version-check",
                                "install",
                                "--quiet",
                                "--no-deps",
                                "--only-binary",
                                ":all:",
                                "--require-hashes",
                                "--requirement",
                                REQUIREMENTS.toString(),
                                "--target",
                                fresh.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!pip.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || pip.exitValue() != 0) {
            pip.destroyForcibly();
            throw new IOException("pip could not install the AWS clients: " + read(log));
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
