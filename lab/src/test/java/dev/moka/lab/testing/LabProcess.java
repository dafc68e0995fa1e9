package dev.moka.lab.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A lab as a process of its own, which can be killed.
public final class LabProcess implements AutoCloseable {
    private final Process process;
    private final URI address;

    private LabProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts a lab on a folder and waits for its address.
    public static LabProcess start(Path root, Path home) throws IOException {
        Path assets = home.resolve("empty-jupyterlab");
        Path bundle = Files.createDirectories(assets.resolve("static"));
        Files.writeString(bundle.resolve("main.0123456789abcdef.js"), "");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.moka.lab.LabMain",
                        "--root",
                        root.toString(),
                        "--home",
                        home.toString(),
                        "--port",
                        "0",
                        "--token",
                        Rest.TOKEN,
                        "--assets",
                        assets.toString());
        Process process =
                new ProcessBuilder(command).redirectError(home.resolve("lab.log").toFile()).start();
        return new LabProcess(process, address(process));
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.contains("http://")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the lab ended before it had an address");
        }
        String address = line.substring(line.indexOf("http://"));
        return URI.create(address.substring(0, address.indexOf('/', "http://".length())));
    }

    /// Where it listens, without a slash at the end.
    public URI address() {
        return address;
    }

    /// A client of the REST API.
    public Rest rest() {
        return new Rest(address);
    }

    /// Kills the process as `kill -9` does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends all kernels and the lab.
    @Override
    public void close() throws IOException {
        Rest rest = rest();
        rest.get("/api/kernels")
                .json()
                .forEach(kernel -> rest.delete("/api/kernels/" + kernel.path("id").asString()));
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
