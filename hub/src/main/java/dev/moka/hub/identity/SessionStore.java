package dev.moka.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps browser sessions under the hash of their cookie.
public interface SessionStore {

    void insert(String cookieHash, Session session);

    /// The session and its user, when both are there and neither expired nor disabled.
    Optional<Found> find(String cookieHash, Instant now);

    void seen(String id, Instant at, Instant expiresAt);

    List<Session> list(UserName user, Instant now);

    boolean delete(String id, UserName user);

    void deleteAll(UserName user);

    void deleteExpired(Instant now);

    /// A session with what its user is at this moment.
    record Found(Session session, Caller caller) {}
}
