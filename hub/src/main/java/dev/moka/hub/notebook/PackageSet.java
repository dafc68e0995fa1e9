package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.time.Instant;
import java.util.List;

/// A named list of Maven coordinates that instances can have on the class path of their kernels.
///
/// @param shared whether every user may choose it; only administrators share
public record PackageSet(
        UserName owner,
        String name,
        List<PackageCoordinate> coordinates,
        boolean shared,
        Instant changedAt) {

    public PackageSet {
        coordinates = List.copyOf(coordinates);
    }
}
