package dev.moka.hub.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that a program wrote, read without being led astray: no link is followed, wherever it is
/// and whenever it was put there.
final class WrittenFiles {
    private static final Logger log = LoggerFactory.getLogger(WrittenFiles.class);
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path base;

    /// @param base a folder that the program can't replace
    WrittenFiles(Path base) {
        this.base = base;
    }

    /// What is done with each file; its name is relative to the folder.
    interface Visitor {
        void file(String name, BasicFileAttributes attributes, Content content) throws IOException;

        /// A link, a device or a pipe.
        default void other(String name) throws IOException {}
    }

    /// Opens a file, if it is still one.
    interface Content {
        InputStream open() throws IOException;
    }

    /// Visits all files below a folder, by name; none if it is not there.
    void visit(String folder, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(base)) {
            descend(secure(opened), List.of(folder.split("/", -1)), dir -> walk(dir, "", visitor));
        } catch (NoSuchFileException e) {
            log.debug("{} went away while it was read", e.getFile());
        }
    }

    /// The beginning of a file, empty if there is none.
    Optional<byte[]> read(String file, int most) throws IOException {
        List<String> words = List.of(file.split("/", -1));
        List<byte[]> found = new ArrayList<>();
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(base)) {
            descend(
                    secure(opened),
                    words.subList(0, words.size() - 1),
                    dir -> {
                        Path name = Path.of(words.getLast());
                        if (attributes(dir, name).isRegularFile()) {
                            try (InputStream in = open(dir, name)) {
                                found.add(in.readNBytes(most));
                            }
                        }
                    });
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    private interface Work {
        void in(SecureDirectoryStream<Path> folder) throws IOException;
    }

    private static void descend(SecureDirectoryStream<Path> folder, List<String> words, Work work)
            throws IOException {
        if (words.isEmpty()) {
            work.in(folder);
            return;
        }
        Path name = Path.of(words.getFirst());
        if (!attributes(folder, name).isDirectory()) {
            return;
        }
        try (SecureDirectoryStream<Path> inner =
                folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            descend(inner, words.subList(1, words.size()), work);
        }
    }

    private static void walk(SecureDirectoryStream<Path> folder, String at, Visitor visitor)
            throws IOException {
        List<Path> names = new ArrayList<>();
        folder.forEach(path -> names.add(path.getFileName()));
        names.sort(null);
        for (Path name : names) {
            String whole = at + name;
            BasicFileAttributes attributes = attributes(folder, name);
            if (attributes.isDirectory()) {
                try (SecureDirectoryStream<Path> inner =
                        folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    walk(inner, whole + "/", visitor);
                }
            } else if (attributes.isRegularFile()) {
                visitor.file(whole, attributes, () -> open(folder, name));
            } else {
                visitor.other(whole);
            }
        }
    }

    private static InputStream open(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        return Channels.newInputStream(folder.newByteChannel(name, OPTIONS));
    }

    private static BasicFileAttributes attributes(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        return folder.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    @SuppressWarnings("unchecked")
    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream)
            throws IOException {
        if (stream instanceof SecureDirectoryStream<?> secure) {
            return (SecureDirectoryStream<Path>) secure;
        }
        throw new IOException("This file system can't be read without following links");
    }
}
