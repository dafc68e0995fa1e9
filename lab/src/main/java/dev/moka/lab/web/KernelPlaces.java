package dev.moka.lab.web;

import dev.moka.lab.site.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where in the workspace kernels and terminals start.
final class KernelPlaces {
    private KernelPlaces() {}

    /// The folder of a path, or of the file that the path names; the root of the workspace when
    /// there is none, or when it leads out of the workspace.
    static Path folder(Lab lab, String path) {
        Path root = lab.settings().root();
        try {
            Path real = root.toRealPath();
            Path place = real.resolve(path.replaceFirst("^/+", "")).normalize();
            while (place != null && place.startsWith(real) && !Files.isDirectory(place)) {
                place = place.getParent();
            }
            Path found = place == null || !place.startsWith(real) ? real : place.toRealPath();
            return found.startsWith(real) ? found : real;
        } catch (IOException | InvalidPathException e) {
            return root;
        }
    }
}
