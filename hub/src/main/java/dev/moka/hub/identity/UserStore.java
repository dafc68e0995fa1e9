package dev.moka.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps users, the hashes of their passwords and of their one-time links.
public interface UserStore {

    /// Adds a user and answers whether the name was free.
    boolean insert(User user);

    Optional<User> find(UserName name);

    List<User> list();

    /// The Argon2id hash of the user's password, when one was chosen.
    Optional<String> passwordHash(UserName name);

    void setPassword(UserName name, String hash);

    void clearPassword(UserName name);

    void setDisabled(UserName name, boolean disabled);

    void setRole(UserName name, Role role);

    /// Keeps a link as the only one of its user.
    void replaceLink(UserName user, String tokenHash, Instant expiresAt);

    Optional<UserName> linkOwner(String tokenHash, Instant now);

    /// Sets the password and uses up the link in one transaction; empty when the link is not there
    /// any more.
    Optional<UserName> redeemLink(String tokenHash, Instant now, String passwordHash);
}
