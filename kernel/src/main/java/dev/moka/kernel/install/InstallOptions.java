package dev.moka.kernel.install;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the installer was asked to do.
///
/// @param dataFolder the Jupyter data folder that will hold `kernels/NAME`
/// @param name the kernel's name
/// @param displayName what people see
/// @param java the `java` program of a JDK
record InstallOptions(Path dataFolder, String name, String displayName, Path java) {
    static final String USAGE =
            """
            usage: java -cp moka-kernel.jar dev.moka.kernel.install.InstallKernel
                     [--user | --prefix DIR | --sys-prefix]   for you (default), under DIR, or in the active environment
                     [--name java] [--display-name Java]      what notebooks and people call it
                     [--java PATH]                            the java program to run it with
            """;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    InstallOptions {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "--name is '%s'; only letters, digits, '.', '_' and '-' are possible"
                            .formatted(name));
        }
    }

    /// Reads the arguments.
    ///
    /// @param system system properties: `os.name`, `user.home`, `java.home`
    /// @throws IllegalArgumentException in the words of the person who typed them
    static InstallOptions parse(
            List<String> arguments, Map<String, String> environment, Map<String, String> system) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Path folder = userFolder(environment, system);
        String name = "java";
        String displayName = "Java";
        Path java = Path.of(system.getOrDefault("java.home", ""), "bin", "java");
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--user" -> folder = userFolder(environment, system);
                case "--prefix" -> folder = Path.of(value(option, rest), "share", "jupyter");
                case "--sys-prefix" -> folder = environmentFolder(environment);
                case "--name" -> name = value(option, rest);
                case "--display-name" -> displayName = value(option, rest);
                case "--java" -> java = Path.of(value(option, rest)).toAbsolutePath();
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new InstallOptions(folder.toAbsolutePath(), name, displayName, java);
    }

    private static String value(String option, Deque<String> rest) {
        return Optional.ofNullable(rest.pollFirst())
                .orElseThrow(() -> new IllegalArgumentException(option + " needs a value"));
    }

    /// Where Jupyter looks for one person's kernels. Source:
    /// <https://docs.jupyter.org/en/latest/use/jupyter-directories.html>.
    private static Path userFolder(Map<String, String> environment, Map<String, String> system) {
        String chosen = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        Path home = Path.of(system.getOrDefault("user.home", ""));
        String os = system.getOrDefault("os.name", "");
        if (os.startsWith("Mac")) {
            return home.resolve("Library/Jupyter");
        }
        if (os.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString()), "jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("jupyter");
    }

    private static Path environmentFolder(Map<String, String> environment) {
        String prefix =
                environment.getOrDefault(
                        "VIRTUAL_ENV", environment.getOrDefault("CONDA_PREFIX", ""));
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException(
                    "--sys-prefix needs an active environment (VIRTUAL_ENV or CONDA_PREFIX); use"
                            + " --prefix DIR");
        }
        return Path.of(prefix, "share", "jupyter");
    }
}
