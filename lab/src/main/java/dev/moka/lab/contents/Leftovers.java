package dev.moka.lab.contents;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a program that was killed in the middle of a save or an upload has left in the workspace.
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    /// A browser may go on with an upload after a restart.
    private static final Duration UPLOADS_KEPT = Duration.ofDays(1);

    private static final int DEEPEST = 32;

    private Leftovers() {}

    /// Deletes the temporary files that are older than a moment at which nobody was writing.
    static void sweep(Path root, Instant quiet) {
        try (Folder folder = Folder.open(root)) {
            sweep(folder, quiet, DEEPEST);
        } catch (IOException e) {
            log.warn("{} could not be searched for temporary files: {}", root, e.toString());
        }
    }

    private static void sweep(Folder folder, Instant quiet, int deeper) throws IOException {
        for (String name : folder.names()) {
            try {
                BasicFileAttributes is = folder.attributes(name);
                Instant changed = is.lastModifiedTime().toInstant();
                boolean old =
                        (name.startsWith(AtomicFile.PREFIX) && changed.isBefore(quiet))
                                || (name.startsWith(Uploads.PREFIX)
                                        && changed.isBefore(quiet.minus(UPLOADS_KEPT)));
                if (old) {
                    Copier.delete(folder, name);
                } else if (is.isDirectory() && deeper > 0) {
                    try (Folder child = folder.folder(name)) {
                        sweep(child, quiet, deeper - 1);
                    }
                }
            } catch (IOException e) {
                // Somebody else's folder, or gone meanwhile; the others count too.
                log.debug("{} is passed over: {}", name, e.toString());
            }
        }
    }
}
