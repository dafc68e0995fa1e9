package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.InstanceKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders of instances: made with a copy of the notebooks that come with Moka, and moved to
/// the trash.
final class Workspaces {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern TRASHED = Pattern.compile(".+-(\\d{13})");

    private final Home home;
    private final Path content;

    /// @param content the folder that holds `notebooks/`; it may be missing
    Workspaces(Home home, Path content) {
        this.home = home;
        this.content = content;
    }

    /// Makes the folders and copies what is not there yet.
    ///
    /// @return how many files were copied
    int prepare(InstanceKey key, boolean withNotebooks) {
        try {
            Home.makePrivate(home.run(key));
            Files.createDirectories(home.work(key));
            Path notebooks = content.resolve("notebooks");
            return withNotebooks && Files.isDirectory(notebooks)
                    ? copy(notebooks, home.work(key).resolve("notebooks"))
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists(InstanceKey key) {
        return Files.isDirectory(home.work(key));
    }

    /// Moves an instance's folder to the trash, and deletes what has lain there for a month.
    void remove(InstanceKey key, Instant now) {
        Path folder = home.instance(key);
        if (!Files.isDirectory(folder)) {
            return;
        }
        String name = "%s-%s-%d".formatted(key.owner(), key.name(), now.toEpochMilli());
        try {
            Files.createDirectories(home.trash());
            Files.move(folder, home.trash().resolve(name));
            empty(now.minus(KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void empty(Instant oldest) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(home.trash())) {
            old = all.filter(folder -> thrownAway(folder).isBefore(oldest)).toList();
        }
        for (Path folder : old) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /// When it came here, as its name says; what somebody else put here stays.
    private static Instant thrownAway(Path folder) {
        Matcher name = TRASHED.matcher(folder.getFileName().toString());
        return name.matches() ? Instant.ofEpochMilli(Long.parseLong(name.group(1))) : Instant.MAX;
    }

    private static int copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files =
                    all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .filter(file -> isContent(from.relativize(file)))
                            .toList();
        }
        int copied = 0;
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            copied += copyIfAbsent(file, target) ? 1 : 0;
        }
        return copied;
    }

    private static boolean copyIfAbsent(Path file, Path target) throws IOException {
        try {
            Files.copy(file, target);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static boolean isContent(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
