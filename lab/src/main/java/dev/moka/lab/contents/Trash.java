package dev.moka.lab.contents;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Where deleted files lie until they are a month old: `<run>/trash/<time>-<id>/`, each with the
/// thing itself (`item`) and `where.json`, which says where it was.
final class Trash {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final Copier copier;
    private final Clock clock;

    Trash(Path folder, Copier copier, Clock clock) {
        this.folder = folder;
        this.copier = copier;
        this.clock = clock;
    }

    void take(ApiPath path, Spot spot) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id =
                now.toString().replace(":", "")
                        + "-"
                        + UUID.randomUUID().toString().substring(0, 8);
        Path place = Files.createDirectories(folder.resolve(id));
        Files.write(
                place.resolve("where.json"),
                Json.bytes(
                        Json.object().put("path", path.toString()).put("deleted", now.toString())));
        try (Folder bin = Folder.open(place)) {
            move(spot, new Spot(bin, "item", place.resolve("item"), null));
        }
    }

    private void move(Spot spot, Spot bin) throws IOException {
        try {
            spot.folder().move(spot.name(), bin.folder(), bin.name());
        } catch (AtomicMoveNotSupportedException e) {
            // The workspace is another file system: copy, then delete.
            if (spot.isFolder()) {
                copier.folder(spot, bin);
            } else if (spot.isFile()) {
                copier.file(spot, bin);
            }
            Copier.delete(spot.folder(), spot.name());
        }
    }

    /// Forgets what has been here for longer than a month.
    void prune() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(KEPT);
        List<Path> places;
        try (Stream<Path> list = Files.list(folder)) {
            places = list.toList();
        }
        try (Folder bin = Folder.open(folder)) {
            for (Path place : places) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(oldest)) {
                    Copier.delete(bin, place.getFileName().toString());
                }
            }
        }
    }
}
