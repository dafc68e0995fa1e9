package dev.moka.algorithms.xgboost.library;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where the C library of this machine's kind lies: the build unpacks it beside our jar.
public final class LibraryFile {
    private LibraryFile() {}

    /// The file, beside our jar or, in a test, beside our classes.
    ///
    /// @throws IllegalStateException when XGBoost has no library for this kind of machine, or the
    ///   build did not unpack it
    public static Path find() {
        Path file = target().resolve("native", "lib", system(), processor(), name());
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "XGBoost's library for %s on %s is missing: %s"
                            .formatted(
                                    System.getProperty("os.name"),
                                    System.getProperty("os.arch"),
                                    file));
        }
        return file;
    }

    private static Path target() {
        try {
            Path code =
                    Path.of(
                            LibraryFile.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.toAbsolutePath().resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("our own jar's place is not a path", e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static String name() {
        return switch (system()) {
            case "macos" -> "libxgboost4j.dylib";
            case "windows" -> "xgboost4j.dll";
            default -> "libxgboost4j.so";
        };
    }
}
