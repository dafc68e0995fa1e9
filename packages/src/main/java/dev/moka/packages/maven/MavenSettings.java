package dev.moka.packages.maven;

import java.nio.file.Path;
import java.util.Optional;

/// Where a {@link MavenResolver} keeps and finds things.
///
/// @param localRepository folder for downloaded artifacts; Maven's own (`~/.m2/repository`) when
///   absent
/// @param userSettings a `settings.xml`; Maven's own (`~/.m2/settings.xml`) when absent
/// @param offline whether to use only what is on the machine
public record MavenSettings(
        Optional<Path> localRepository, Optional<Path> userSettings, boolean offline) {
    /// As Maven itself would.
    public static MavenSettings defaults() {
        return new MavenSettings(Optional.empty(), Optional.empty(), false);
    }

    /// With a folder of its own for artifacts.
    public static MavenSettings in(Path localRepository) {
        return new MavenSettings(Optional.of(localRepository), Optional.empty(), false);
    }

    /// These settings without a network.
    public MavenSettings withoutNetwork() {
        return new MavenSettings(localRepository, userSettings, true);
    }
}
