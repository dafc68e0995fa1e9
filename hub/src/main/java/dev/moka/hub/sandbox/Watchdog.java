package dev.moka.hub.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Measures what a workload uses where the kernel does not hold it to its limits.
final class Watchdog {
    private static final int PAGE = 4096;

    private Watchdog() {}

    /// The memory of all processes, in bytes; what they share is counted once for each.
    static long memory(ProcessTree tree) {
        return tree.all().stream().mapToLong(process -> resident(process.pid())).sum();
    }

    /// What was written into a folder, in bytes, without what was put there as input.
    static long written(Path folder) throws IOException {
        Path input = folder.resolve("input");
        long[] sum = {0};
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return dir.equals(input)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        sum[0] += a.isRegularFile() ? a.size() : 0;
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        // It went away between being listed and being looked at.
                        return FileVisitResult.CONTINUE;
                    }
                });
        return sum[0];
    }

    private static long resident(long pid) {
        try {
            String[] words = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ", -1);
            return Long.parseLong(words[1]) * PAGE;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
