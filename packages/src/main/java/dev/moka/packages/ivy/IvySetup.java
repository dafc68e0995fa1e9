package dev.moka.packages.ivy;

import dev.moka.packages.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where an {@link IvyResolver} keeps and finds things.
///
/// @param cache folder for downloaded artifacts
/// @param settings an `ivysettings.xml`; without one, the repositories below are asked
/// @param repositories in Maven's layout, in this order
/// @param offline whether to use only what is in the cache
public record IvySetup(
        Path cache, Optional<Path> settings, List<Repository> repositories, boolean offline) {
    /// Copies the list.
    public IvySetup {
        repositories = List.copyOf(repositories);
    }
}
