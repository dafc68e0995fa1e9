package dev.moka.lab.contents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/// An open folder. What is done in it is done in this very folder, whatever its path points to by
/// then, and no name in it is followed when it is a link.
interface Folder extends Closeable {
    /// Opens the folder at a path that the caller trusts.
    // The folder owns the stream and closes it.
    @SuppressWarnings("StreamResourceLeak")
    static Folder open(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureFolder(secure);
        }
        stream.close();
        return new PlainFolder(path);
    }

    /// The names in it.
    List<String> names() throws IOException;

    /// What a name is; a link is a link.
    BasicFileAttributes attributes(String name) throws IOException;

    /// Opens a file in it.
    FileChannel file(String name, Set<? extends OpenOption> options) throws IOException;

    /// Opens a folder in it.
    Folder folder(String name) throws IOException;

    /// The permissions of a name.
    Set<PosixFilePermission> permissions(String name) throws IOException;

    /// Sets the permissions of a name.
    void permissions(String name, Set<PosixFilePermission> permissions) throws IOException;

    /// Gives a thing another place and name; replaces a file of that name.
    void move(String name, Folder target, String newName) throws IOException;

    /// Deletes a file or link.
    void deleteFile(String name) throws IOException;

    /// Deletes an empty folder.
    void deleteFolder(String name) throws IOException;

    @Override
    void close() throws IOException;
}
