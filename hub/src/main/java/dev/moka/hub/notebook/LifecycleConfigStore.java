package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.util.List;
import java.util.Optional;

/// Keeps lifecycle configs; a name is unique among its owner's.
public interface LifecycleConfigStore {

    boolean insert(LifecycleConfig config);

    boolean update(LifecycleConfig config);

    boolean delete(UserName owner, String name);

    Optional<LifecycleConfig> find(UserName owner, String name);

    /// The owner's and the shared ones, by name.
    List<LifecycleConfig> usable(UserName owner);
}
