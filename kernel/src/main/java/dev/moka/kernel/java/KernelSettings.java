package dev.moka.kernel.java;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the person can set from outside, by IJava's environment variables.
///
/// @param classpath entries, which may hold `*` and `**`
/// @param compilerOptions of javac
/// @param startupScripts files, which may hold `*`
/// @param startupScript code
/// @param timeout of a cell
/// @param workingFolder where relative paths start
/// @param offline whether packages come only from what is on the machine
/// @param localRepository where packages are kept; Maven's own when absent
/// @param mavenSettings a `settings.xml`; Maven's own when absent
/// @param engine that compiles and runs cells
/// @param environment of programs that cells start by magics
public record KernelSettings(
        List<String> classpath,
        List<String> compilerOptions,
        List<String> startupScripts,
        String startupScript,
        Optional<Duration> timeout,
        Path workingFolder,
        boolean offline,
        Optional<Path> localRepository,
        Optional<Path> mavenSettings,
        EngineChoice engine,
        Map<String, String> environment) {
    /// Copies the collections.
    public KernelSettings {
        classpath = List.copyOf(classpath);
        compilerOptions = List.copyOf(compilerOptions);
        startupScripts = List.copyOf(startupScripts);
        environment = Map.copyOf(environment);
    }

    /// Reads `IJAVA_CLASSPATH`, `IJAVA_COMPILER_OPTS`, `IJAVA_STARTUP_SCRIPTS_PATH`,
    /// `IJAVA_STARTUP_SCRIPT`, `IJAVA_TIMEOUT` (milliseconds, -1 for none), and of Moka
    /// `MOKA_OFFLINE` (`1` or `true`), `MOKA_MAVEN_REPOSITORY` (a folder) and `MOKA_MAVEN_SETTINGS`
    /// (a `settings.xml`) and `MOKA_ENGINE` (`javac` or `jshell`).
    ///
    /// @param environment for example `System.getenv()`
    public static KernelSettings fromEnvironment(Map<String, String> environment) {
        return new KernelSettings(
                paths(environment.getOrDefault("IJAVA_CLASSPATH", "")),
                words(environment.getOrDefault("IJAVA_COMPILER_OPTS", "")),
                paths(environment.getOrDefault("IJAVA_STARTUP_SCRIPTS_PATH", "")),
                environment.getOrDefault("IJAVA_STARTUP_SCRIPT", ""),
                timeout(environment.getOrDefault("IJAVA_TIMEOUT", "")),
                Path.of("").toAbsolutePath(),
                List.of("1", "true").contains(environment.getOrDefault("MOKA_OFFLINE", "")),
                path(environment, "MOKA_MAVEN_REPOSITORY"),
                path(environment, "MOKA_MAVEN_SETTINGS"),
                engine(environment.getOrDefault("MOKA_ENGINE", "")),
                environment);
    }

    /// Which engine is wanted.
    public enum EngineChoice {
        /// The faster one that this JDK allows.
        BEST,
        /// The one on the compiler.
        JAVAC,
        /// The one on JShell.
        JSHELL
    }

    private static EngineChoice engine(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> EngineChoice.BEST;
            case "javac" -> EngineChoice.JAVAC;
            case "jshell" -> EngineChoice.JSHELL;
            default ->
                    throw new IllegalArgumentException(
                            "MOKA_ENGINE is '%s'; it must be javac or jshell".formatted(text));
        };
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    private static List<String> paths(String joined) {
        return Stream.of(joined.split(File.pathSeparator, -1))
                .filter(path -> !path.isBlank())
                .toList();
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Optional<Duration> timeout(String text) {
        try {
            long millis = text.isBlank() ? -1 : Long.parseLong(text.strip());
            return millis <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "IJAVA_TIMEOUT is '%s'; it must be a number of milliseconds, or -1 for none"
                            .formatted(text),
                    e);
        }
    }
}
