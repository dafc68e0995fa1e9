package dev.moka.lab.contents;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Makes folders. Java has no `mkdirat`, so a folder is made in the root of the workspace and then
/// moved into the open folder where it belongs, which no link can redirect.
final class FolderMaker {
    private final Path root;

    FolderMaker(Path root) {
        this.root = root;
    }

    void make(Spot spot) throws IOException {
        String temporary = AtomicFile.PREFIX + UUID.randomUUID();
        Files.createDirectory(root.resolve(temporary));
        try (Folder staging = Folder.open(root)) {
            staging.move(temporary, spot.folder(), spot.name());
        } catch (AtomicMoveNotSupportedException e) {
            // Another file system is mounted there.
            Files.delete(root.resolve(temporary));
            Files.createDirectory(spot.path());
        } catch (IOException e) {
            Files.deleteIfExists(root.resolve(temporary));
            throw e;
        }
    }
}
