package dev.moka.lab.contents;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A place in the workspace: an open folder and a name in it, at which there may be something.
///
/// @param folder the folder, held open until this is closed
/// @param name the name in it; `.` for the workspace itself
/// @param path the same place as a path, for questions only (permissions, messages)
/// @param attributes what is there, or null for nothing
record Spot(Folder folder, String name, Path path, @Nullable BasicFileAttributes attributes)
        implements Closeable {
    static Spot look(Folder folder, String name, Path path) throws IOException {
        try {
            return new Spot(folder, name, path, folder.attributes(name));
        } catch (NoSuchFileException e) {
            return new Spot(folder, name, path, null);
        }
    }

    boolean exists() {
        return attributes != null;
    }

    boolean isFile() {
        return attributes != null && attributes.isRegularFile();
    }

    boolean isFolder() {
        return attributes != null && attributes.isDirectory();
    }

    boolean isLink() {
        return attributes != null && attributes.isSymbolicLink();
    }

    boolean isWritable() {
        return Files.isWritable(path);
    }

    /// Opens the folder that is here.
    Folder open() throws IOException {
        return folder.folder(name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
