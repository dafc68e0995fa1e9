package dev.moka.kernel.install;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The installer: writes a kernelspec so that any Jupyter on this machine offers Java.
public final class InstallKernel {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Path jar;

    /// @param jar the packaged kernel
    InstallKernel(PrintStream out, PrintStream err, Path jar) {
        this.out = out;
        this.err = err;
        this.jar = jar;
    }

    /// Installs and prints where.
    public static void main(String[] arguments) {
        Path jar =
                Path.of(
                        URI.create(
                                InstallKernel.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        Map<String, String> system = new TreeMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> system.put(name, System.getProperty(name)));
        InstallKernel installer = new InstallKernel(System.out, System.err, jar);
        System.exit(installer.run(List.of(arguments), System.getenv(), system));
    }

    /// Installs.
    ///
    /// @return the exit status
    int run(List<String> arguments, Map<String, String> environment, Map<String, String> system) {
        if (arguments.contains("--help")) {
            out.print(InstallOptions.USAGE);
            return 0;
        }
        try {
            install(InstallOptions.parse(arguments, environment, system));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("install-kernel: " + e.getMessage());
            err.print(InstallOptions.USAGE);
            return MISUSED;
        } catch (IOException e) {
            err.println("install-kernel: can't write the kernelspec: " + e);
            return FAILED;
        }
    }

    private void install(InstallOptions options) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    "%s is not the packaged kernel; run this from moka-kernel.jar".formatted(jar));
        }
        if (!Files.isExecutable(options.java())) {
            throw new IllegalArgumentException(
                    "'%s' is no program; give a JDK's java with --java".formatted(options.java()));
        }
        KernelSpecFolder spec = new KernelSpecFolder(options, jar);
        out.printf("Installed kernel '%s' in %s%n", options.name(), spec.write());
        if (!Files.exists(spec.cache())) {
            out.printf(
                    "It starts faster with an AOT cache: java -XX:AOTCacheOutput=%s -jar %s"
                            + " --train, then install again%n",
                    spec.cache(), jar);
        }
    }
}
