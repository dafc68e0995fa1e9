package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.util.Set;

/// Large files that come in pieces. They grow beside their final place, hidden, and get their name
/// with the last piece, so that nobody reads half a file.
final class Uploads {
    static final String PREFIX = ".moka-upload-";

    private Uploads() {}

    /// Writes one piece and tells where the bytes are now.
    static Spot write(ApiPath path, Spot spot, int chunk, byte[] bytes) throws IOException {
        String partial =
                PREFIX
                        + Hash.of(path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .substring(0, 16);
        Spot part = Spot.look(spot.folder(), partial, spot.path().resolveSibling(partial));
        if (chunk != 1 && !part.isFile()) {
            throw Problem.badRequest(
                    "The upload of '%s' did not begin with chunk 1; start it again"
                            .formatted(path));
        }
        append(spot.folder(), partial, chunk, bytes);
        if (chunk == -1) {
            if (spot.isFile()) {
                spot.folder().permissions(partial, spot.folder().permissions(spot.name()));
            }
            spot.folder().move(partial, spot.folder(), spot.name());
            return Spot.look(spot.folder(), spot.name(), spot.path());
        }
        return Spot.look(spot.folder(), partial, part.path());
    }

    private static void append(Folder folder, String name, int chunk, byte[] bytes)
            throws IOException {
        Set<OpenOption> options =
                chunk == 1 ? Set.of(CREATE, TRUNCATE_EXISTING, WRITE) : Set.of(APPEND);
        try (FileChannel file = folder.file(name, options)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            if (chunk == -1) {
                file.force(true);
            }
        }
    }
}
