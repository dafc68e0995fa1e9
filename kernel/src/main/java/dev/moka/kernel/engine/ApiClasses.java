package dev.moka.kernel.engine;

import dev.moka.kernel.api.Notebook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/// The public API as a class path entry that holds nothing else, which cells compile against. The
/// packaged kernel has a jar of it among its libraries; elsewhere it is a temporary folder.
public final class ApiClasses implements AutoCloseable {
    private static final String PACKAGE = "dev/moka/kernel/api";

    private final Path location;
    private final boolean temporary;

    private ApiClasses(Path location, boolean temporary) {
        this.location = location;
        this.temporary = temporary;
    }

    /// Finds the jar, or makes the folder.
    public static ApiClasses find() throws IOException {
        Path home = home();
        Path jar = home.resolveSibling("lib").resolve("moka-kernel-api.jar");
        if (Files.isRegularFile(home) && Files.isRegularFile(jar)) {
            return new ApiClasses(jar, false);
        }
        Path folder = Files.createTempDirectory("moka-kernel-api");
        if (Files.isDirectory(home)) {
            copy(home.resolve(PACKAGE), folder.resolve(PACKAGE));
        } else {
            try (FileSystem files = FileSystems.newFileSystem(home)) {
                copy(files.getPath("/").resolve(PACKAGE), folder.resolve(PACKAGE));
            }
        }
        return new ApiClasses(folder, true);
    }

    /// The jar or folder.
    public Path location() {
        return location;
    }

    /// Deletes the folder.
    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> tree = Files.walk(location)) {
            for (Path each : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static Path home() throws IOException {
        CodeSource source = Notebook.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            // So it is with an AOT cache that was made from a relative jar path.
            return Path.of(System.getProperty("java.class.path", "")).toAbsolutePath();
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("can't find the kernel's own classes", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> classes;
        try (Stream<Path> files = Files.list(from)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path each : classes) {
            Files.copy(each, to.resolve(each.getFileName().toString()));
        }
    }
}
