package dev.moka.lab.contents;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A folder held by its file descriptor (`openat` and its relatives).
record SecureFolder(SecureDirectoryStream<Path> stream) implements Folder {
    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        // A stream can be iterated once only, so each listing gets its own.
        try (DirectoryStream<Path> listing =
                stream.newDirectoryStream(Path.of("."), NOFOLLOW_LINKS)) {
            listing.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }

    @Override
    public BasicFileAttributes attributes(String name) throws IOException {
        return stream.getFileAttributeView(
                        Path.of(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public FileChannel file(String name, Set<? extends OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(NOFOLLOW_LINKS);
        SeekableByteChannel channel = stream.newByteChannel(Path.of(name), all);
        if (channel instanceof FileChannel file) {
            return file;
        }
        channel.close();
        throw new IOException("this Java opens no file channels relative to a folder");
    }

    @Override
    public Folder folder(String name) throws IOException {
        return new SecureFolder(stream.newDirectoryStream(Path.of(name), NOFOLLOW_LINKS));
    }

    @Override
    public Set<PosixFilePermission> permissions(String name) throws IOException {
        return posix(name).readAttributes().permissions();
    }

    @Override
    public void permissions(String name, Set<PosixFilePermission> permissions) throws IOException {
        posix(name).setPermissions(permissions);
    }

    private PosixFileAttributeView posix(String name) {
        return stream.getFileAttributeView(
                Path.of(name), PosixFileAttributeView.class, NOFOLLOW_LINKS);
    }

    @Override
    public void move(String name, Folder target, String newName) throws IOException {
        if (!(target instanceof SecureFolder secure)) {
            throw new IOException("a folder of another file system");
        }
        stream.move(Path.of(name), secure.stream, Path.of(newName));
    }

    @Override
    public void deleteFile(String name) throws IOException {
        stream.deleteFile(Path.of(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        stream.deleteDirectory(Path.of(name));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
