package dev.moka.hub.notebook;

import java.util.List;
import java.util.function.Consumer;

/// Finds the jars of Maven coordinates and keeps them in the cache that all instances share.
public interface PackageResolution {

    /// Resolves the coordinates with all that they need.
    ///
    /// @throws PackagesUnresolved when one is not found, not reachable or not readable
    List<LockedPackage> resolve(List<PackageCoordinate> coordinates, Consumer<String> progress)
            throws InterruptedException, PackagesUnresolved;

    /// Whether the files of a lock are still there as they were.
    boolean present(PackageLock lock);

    /// Why a package set could not be resolved, in the user's words.
    final class PackagesUnresolved extends Exception {
        private static final long serialVersionUID = 1L;

        public PackagesUnresolved(String message) {
            super(message);
        }
    }
}
