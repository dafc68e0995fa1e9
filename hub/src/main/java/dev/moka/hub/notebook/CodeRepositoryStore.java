package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.util.List;
import java.util.Optional;

/// Keeps code repositories; a name is unique among its owner's.
public interface CodeRepositoryStore {

    boolean insert(CodeRepository repository);

    boolean update(CodeRepository repository);

    boolean delete(UserName owner, String name);

    Optional<CodeRepository> find(UserName owner, String name);

    /// The owner's, by name.
    List<CodeRepository> list(UserName owner);
}
