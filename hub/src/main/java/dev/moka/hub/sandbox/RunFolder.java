package dev.moka.hub.sandbox;

import dev.moka.hub.workload.WorkloadId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a workload's files lie: `ml`, which it sees, and `run`, in which the hub and the
/// supervisor keep what they know of it.
record RunFolder(WorkloadId id, Path folder) {

    Path ml() {
        return folder.resolve("ml");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path file(String name) {
        return run().resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /// A file of one line, absent when it is not there or still empty.
    Optional<String> read(String name) {
        try {
            String text = Files.readString(file(name)).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Writes a file so that nobody sees half of it.
    void write(String name, String text) throws IOException {
        Path made = file(name + ".new");
        Files.writeString(made, text + "\n");
        Files.move(
                made,
                file(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    Optional<Instant> time(String name) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(name)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void prepare() throws IOException {
        for (Path made : new Path[] {folder, run(), ml()}) {
            if (!Files.isDirectory(made)) {
                Files.createDirectories(made);
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        // A workload may have locked its own folders.
                        dir.toFile().setExecutable(true);
                        dir.toFile().setWritable(true);
                        dir.toFile().setReadable(true);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                            throws IOException {
                        Files.deleteIfExists(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
