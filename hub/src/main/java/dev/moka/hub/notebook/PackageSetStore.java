package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.util.List;
import java.util.Optional;

/// Keeps package sets; a name is unique among its owner's.
public interface PackageSetStore {

    boolean insert(PackageSet set);

    boolean update(PackageSet set);

    boolean delete(UserName owner, String name);

    Optional<PackageSet> find(UserName owner, String name);

    /// The owner's and the shared ones, by name.
    List<PackageSet> usable(UserName owner);
}
