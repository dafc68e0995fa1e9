package dev.moka.lab.contents;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Where deleted files lie until they are a month old: `<run>/trash/<time>-<id>/`, each with the
/// thing itself (`item`) and `where.json`, which says where it was.
final class Trash {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final String ITEM = "item";
    private static final String WHERE = "where.json";

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
                place.resolve(WHERE),
                Json.bytes(
                        Json.object().put("path", path.toString()).put("deleted", now.toString())));
        try (Folder bin = Folder.open(place)) {
            move(spot, new Spot(bin, ITEM, place.resolve(ITEM), null));
        }
        prune();
    }

    private void move(Spot from, Spot to) throws IOException {
        try {
            from.folder().move(from.name(), to.folder(), to.name());
        } catch (AtomicMoveNotSupportedException e) {
            // The workspace is another file system: copy, then delete.
            if (from.isFolder()) {
                copier.folder(from, to);
            } else if (from.isFile()) {
                copier.file(from, to);
            }
            Copier.delete(from.folder(), from.name());
        }
    }

    /// What is here, the latest first.
    List<DeletedItem> items() throws IOException {
        List<DeletedItem> items = new ArrayList<>();
        for (String id : ids()) {
            find(id).ifPresent(items::add);
        }
        items.sort(Comparator.comparing(DeletedItem::deleted).reversed());
        return items;
    }

    /// One thing, if it is here whole.
    Optional<DeletedItem> find(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            Path place = folder.resolve(id);
            ObjectNode where = Json.parseObject(Files.readAllBytes(place.resolve(WHERE)));
            boolean isFolder = Files.isDirectory(place.resolve(ITEM));
            return Files.exists(place.resolve(ITEM), java.nio.file.LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(
                            new DeletedItem(
                                    id,
                                    ApiPath.parse(where.path("path").asString()),
                                    isFolder,
                                    Instant.parse(where.path("deleted").asString())))
                    : Optional.empty();
        } catch (NoSuchFileException | JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Puts a thing at a place where nothing is.
    void restore(DeletedItem item, Spot to) throws IOException {
        Path place = folder.resolve(item.id());
        try (Folder bin = Folder.open(place)) {
            move(Spot.look(bin, ITEM, place.resolve(ITEM)), to);
        }
        forget(item.id());
    }

    /// Deletes a thing for good.
    void forget(String id) throws IOException {
        try (Folder bin = Folder.open(folder)) {
            Copier.delete(bin, id);
        }
    }

    /// Forgets what has been here for longer than a month.
    void prune() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        for (String id : ids()) {
            Instant since =
                    find(id).map(DeletedItem::deleted)
                            .orElse(Files.getLastModifiedTime(folder.resolve(id)).toInstant());
            if (since.isBefore(oldest)) {
                forget(id);
            }
        }
    }

    private List<String> ids() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(place -> place.getFileName().toString()).toList();
        }
    }
}
