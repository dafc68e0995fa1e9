package dev.moka.hub.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Hands out the numbers of users under which workloads run, each to one workload at a time.
final class WorkloadUsers {
    private static final int FIRST = 20_000;
    private static final int LAST = 29_998;

    private final Supplier<List<RunFolder>> folders;

    WorkloadUsers(Supplier<List<RunFolder>> folders) {
        this.folders = folders;
    }

    /// A number that no present workload has.
    int forNew() {
        Set<Integer> taken =
                folders.get().stream()
                        .flatMap(folder -> folder.read("user").stream())
                        .map(Integer::parseInt)
                        .collect(Collectors.toSet());
        for (int user = FIRST; user <= LAST; user++) {
            if (!taken.contains(user)) {
                return user;
            }
        }
        throw new IllegalStateException(
                "There are %d workloads, and no more user numbers".formatted(taken.size()));
    }

    /// Makes a folder the user's, except for files that others share by a hard link; those only
    /// become readable, which matters to nobody outside since our home is private.
    static void give(Path folder, int user) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        own(dir, user);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Object links =
                                Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
                        if (a.isRegularFile() && links instanceof Integer n && n > 1) {
                            Set<PosixFilePermission> permissions =
                                    new HashSet<>(Files.getPosixFilePermissions(file));
                            if (permissions.add(PosixFilePermission.OTHERS_READ)) {
                                Files.setPosixFilePermissions(file, permissions);
                            }
                        } else {
                            own(file, user);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void own(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
    }
}
