package dev.moka.hub.notebook;

import java.util.List;

/// The answer of a resolution, kept so that the next start gives the same jars.
///
/// @param requested what was asked for; another request makes the lock stale
public record PackageLock(List<PackageCoordinate> requested, List<LockedPackage> packages) {
    public static final PackageLock NONE = new PackageLock(List.of(), List.of());

    public PackageLock {
        requested = List.copyOf(requested);
        packages = List.copyOf(packages);
    }
}
