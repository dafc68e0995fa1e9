package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Set;
import java.util.UUID;

/// Writes a file so that a reader, or a machine after a crash, finds the old text or the new one,
/// never half of it.
final class AtomicFile {
    /// How the names of our temporary files begin; they are hidden.
    static final String PREFIX = ".moka-save-";

    private AtomicFile() {}

    /// Writes the new content.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Spot spot, byte[] bytes) throws IOException {
        write(spot, out -> out.write(bytes));
    }

    static void write(Spot spot, Content content) throws IOException {
        Folder folder = spot.folder();
        String temporary = PREFIX + UUID.randomUUID();
        try (FileChannel file = folder.file(temporary, Set.of(CREATE_NEW, WRITE))) {
            content.writeTo(Channels.newOutputStream(file));
            file.force(true);
            if (spot.isFile()) {
                folder.permissions(temporary, folder.permissions(spot.name()));
            }
            folder.move(temporary, folder, spot.name());
        } catch (IOException | RuntimeException e) {
            deleteQuietly(folder, temporary, e);
            throw e;
        }
    }

    static void deleteQuietly(Folder folder, String name, Exception cause) {
        try {
            folder.deleteFile(name);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
