package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folder that a person sees, with walls: from a path in it to the place on the disk.
///
/// Links that stay inside are followed, links that lead out are refused. A link's target is found
/// first, checked, and then walked from the root without following anything, so that a link that is
/// swapped in after the check is an error and not a way out.
final class Workspace {
    private final Path root;

    Workspace(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
    }

    Path root() {
        return root;
    }

    /// The place that a path means, links followed.
    Spot locate(ApiPath path) throws IOException {
        Spot spot;
        try {
            spot = walk(path.names());
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            return walk(behindLinks(path));
        }
        if (!spot.isLink()) {
            return spot;
        }
        spot.close();
        return walk(behindLinks(path));
    }

    /// The place of a path itself: a link at its end is not followed.
    Spot locateEntry(ApiPath path) throws IOException {
        if (path.isRoot()) {
            return locate(path);
        }
        try (Spot parent = locate(path.parent())) {
            return Spot.look(parent.open(), path.name(), parent.path().resolve(path.name()));
        }
    }

    private List<String> behindLinks(ApiPath path) throws IOException {
        Path target = root;
        for (String name : path.names()) {
            target = target.resolve(name);
        }
        Path real = target.toRealPath();
        if (!real.startsWith(root)) {
            throw Problem.notFound("'%s' is outside root contents directory".formatted(path));
        }
        List<String> names = new ArrayList<>();
        root.relativize(real).forEach(name -> names.add(name.toString()));
        names.remove("");
        return names;
    }

    private Spot walk(List<String> names) throws IOException {
        Folder folder = Folder.open(root);
        Path path = root;
        try {
            if (names.isEmpty()) {
                return Spot.look(folder, ".", root);
            }
            for (String name : names.subList(0, names.size() - 1)) {
                Folder next = folder.folder(name);
                folder.close();
                folder = next;
                path = path.resolve(name);
            }
            return Spot.look(folder, names.getLast(), path.resolve(names.getLast()));
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
