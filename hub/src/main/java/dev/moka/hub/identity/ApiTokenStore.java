package dev.moka.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps API tokens under the hash of their secret.
public interface ApiTokenStore {

    void insert(String secretHash, ApiToken token);

    /// The token and its user, unless the user is disabled.
    Optional<Found> find(String secretHash);

    void used(String id, Instant at);

    List<ApiToken> list(UserName user);

    boolean delete(String id, UserName user);

    /// A token with what its user is at this moment.
    record Found(ApiToken token, Caller caller) {}
}
