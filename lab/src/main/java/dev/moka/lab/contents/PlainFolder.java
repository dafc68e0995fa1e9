package dev.moka.lab.contents;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder held by its path, for platforms whose Java has no `openat`: links are refused, but one
/// that is swapped in at the wrong moment is not noticed.
record PlainFolder(Path path) implements Folder {
    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(path)) {
            return list.map(child -> child.getFileName().toString()).toList();
        }
    }

    @Override
    public BasicFileAttributes attributes(String name) throws IOException {
        return Files.readAttributes(path.resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
    }

    @Override
    public FileChannel file(String name, Set<? extends OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(NOFOLLOW_LINKS);
        return FileChannel.open(path.resolve(name), all);
    }

    @Override
    public Folder folder(String name) throws IOException {
        Path child = path.resolve(name);
        if (!attributes(name).isDirectory()) {
            throw new NotDirectoryException(child.toString());
        }
        return new PlainFolder(child);
    }

    @Override
    public Set<PosixFilePermission> permissions(String name) throws IOException {
        return Files.getPosixFilePermissions(path.resolve(name), NOFOLLOW_LINKS);
    }

    @Override
    public void permissions(String name, Set<PosixFilePermission> permissions) throws IOException {
        Files.setPosixFilePermissions(path.resolve(name), permissions);
    }

    @Override
    public void move(String name, Folder target, String newName) throws IOException {
        if (!(target instanceof PlainFolder plain)) {
            throw new IOException("a folder of another file system");
        }
        Files.move(path.resolve(name), plain.path.resolve(newName), ATOMIC_MOVE);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void close() {}
}
