package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.UUID;

/// Copies and deletes files and whole folders. Links and devices in a folder are not copied.
final class Copier {
    private final FolderMaker folderMaker;

    Copier(FolderMaker folderMaker) {
        this.folderMaker = folderMaker;
    }

    /// Copies one file to a place, whole or not at all.
    void file(Spot from, Spot to) throws IOException {
        String temporary = AtomicFile.PREFIX + UUID.randomUUID();
        try {
            file(from.folder(), from.name(), to.folder(), temporary);
            to.folder().move(temporary, to.folder(), to.name());
        } catch (IOException e) {
            AtomicFile.deleteQuietly(to.folder(), temporary, e);
            throw e;
        }
    }

    private static void file(Folder from, String name, Folder to, String newName)
            throws IOException {
        try (FileChannel in = from.file(name, Set.of(READ));
                FileChannel out = to.file(newName, Set.of(CREATE_NEW, WRITE))) {
            long size = in.size();
            long done = 0;
            while (done < size) {
                long moved = in.transferTo(done, size - done, out);
                if (moved <= 0) {
                    break;
                }
                done += moved;
            }
            out.force(true);
        }
        to.permissions(newName, from.permissions(name));
    }

    /// Copies a folder and all that is in it to a place where nothing is.
    void folder(Spot from, Spot to) throws IOException {
        folderMaker.make(to);
        try (Folder source = from.open();
                Folder target = to.open()) {
            for (String name : source.names()) {
                BasicFileAttributes is = source.attributes(name);
                if (is.isRegularFile()) {
                    file(source, name, target, name);
                } else if (is.isDirectory()) {
                    Spot child = new Spot(source, name, from.path().resolve(name), is);
                    folder(child, new Spot(target, name, to.path().resolve(name), null));
                }
            }
        }
    }

    /// The bytes in a folder.
    ///
    /// @throws Problem when they are more than the limit
    static long size(ApiPath path, Folder folder, long limit) throws IOException {
        long size = 0;
        for (String name : folder.names()) {
            BasicFileAttributes is = folder.attributes(name);
            if (is.isDirectory()) {
                try (Folder child = folder.folder(name)) {
                    size += size(path, child, limit - size);
                }
            } else {
                size += is.size();
            }
            if (size > limit) {
                throw Problem.badRequest(
                        "Can't copy '%s': a folder that is copied may have at most %d MB"
                                .formatted(path, Contents.LARGEST_COPY >> 20));
            }
        }
        return size;
    }

    /// Deletes a name and all that is below it; links are deleted, not followed.
    static void delete(Folder folder, String name) throws IOException {
        if (!folder.attributes(name).isDirectory()) {
            folder.deleteFile(name);
            return;
        }
        try (Folder child = folder.folder(name)) {
            for (String each : child.names()) {
                delete(child, each);
            }
        }
        folder.deleteFolder(name);
    }
}
