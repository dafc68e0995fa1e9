package dev.moka.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hub as a process of its own, which can be told to end and killed.
final class HubProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("ready at (http\\S+)");
    private static final Pattern TOKEN = Pattern.compile("welcome\\?token=(\\S+)");

    private final Process process;
    private final Path output;

    private HubProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static HubProgram run(Path folder, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HubMain.class.getName(),
                                "--root",
                                TestHub.ROOT.toString()));
        command.addAll(List.of(options));
        Path output = Files.createTempFile(folder, "hub", ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new HubProgram(process, output);
    }

    /// Waits until it says where it is.
    String address() throws Exception {
        return await(ADDRESS);
    }

    String token() throws Exception {
        return await(TOKEN);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The hub does not end");
        }
        return process.exitValue();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    private String await(Pattern pattern) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Matcher matcher = pattern.matcher(output());
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The hub ended: " + output());
            }
        }
        throw new IllegalStateException("The hub said: " + output());
    }
}
