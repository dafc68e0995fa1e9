package dev.moka.lab.kernels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/// Where the files of kernels lie in a lab's run folder.
record KernelFolders(Path run) {
    /// The longest path of a Unix socket, less the zero that ends it.
    private static final int LONGEST_SOCKET_PATH = 107;

    Path kernel(String id) {
        return run.resolve("kernels").resolve(id);
    }

    Path journal(String id) {
        return run.resolve("journal").resolve(id);
    }

    Path cursors(String id) {
        return journal(id).resolve("cursors");
    }

    /// The ids of all kernels that have a folder.
    List<String> ids() throws IOException {
        Path kernels = run.resolve("kernels");
        if (!Files.isDirectory(kernels)) {
            return List.of();
        }
        try (var each = Files.list(kernels)) {
            return each.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    /// Makes a kernel's folder, for its owner alone.
    Path create(String id) throws IOException {
        return Files.createDirectories(
                kernel(id),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// A path for a kernel's socket: in its folder, or where that path is too long for a socket, in
    /// a private folder among the temporary files.
    Path socket(String id) throws IOException {
        Path usual = kernel(id).resolve("kernel.sock");
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH) {
            return usual;
        }
        return Files.createTempDirectory("moka").toRealPath().resolve("k.sock");
    }

    /// Deletes a kernel's folder, its journal and its socket.
    void delete(String id, Path socket) throws IOException {
        Files.deleteIfExists(socket);
        if (!socket.startsWith(run)) {
            Files.deleteIfExists(socket.getParent());
        }
        deleteTree(kernel(id));
        deleteTree(journal(id));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
