package dev.moka.lab;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// The lab as a program: serves one folder to one person until it is ended.
public final class LabMain {
    private LabMain() {}

    /// Starts the lab and prints its address.
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "moka-lab-logback.xml");
        }
        try {
            Path userHome = Path.of(System.getProperty("user.home"));
            LabOptions options = LabOptions.parse(arguments, userHome);
            String user = System.getProperty("user.name");
            LabServer server = LabServer.start(options, besideTheProgram(), user);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "moka-lab-shutdown"));
            System.out.println("Moka lab: " + server.address());
        } catch (IllegalArgumentException e) {
            System.err.println("moka lab: " + e.getMessage());
            System.err.print(LabOptions.USAGE);
            System.exit(2);
        } catch (IOException | UncheckedIOException | JavalinException e) {
            System.err.println("moka lab: " + e.getMessage());
            System.exit(1);
        }
    }

    /// The build puts JupyterLab beside the jar.
    private static Path besideTheProgram() throws IOException {
        try {
            Path program =
                    Path.of(
                            LabMain.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return program.resolveSibling("jupyterlab");
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
