package dev.moka.hub.notebook;

import java.time.Instant;
import java.util.Optional;

/// Keeps sign-in links to instances and the sessions that they began, under hashes of their
/// secrets.
public interface InstanceLinkStore {

    void insert(String tokenHash, InstanceLink link);

    /// Uses the link up and keeps the session instead, in one transaction; empty when the link is
    /// not there any more, has expired, or its owner is disabled.
    Optional<InstanceSession> redeem(String tokenHash, String cookieHash, Instant now);

    /// The session, when it has not expired and its owner is not disabled.
    Optional<InstanceSession> find(String cookieHash, Instant now);

    void deleteExpired(Instant now);
}
