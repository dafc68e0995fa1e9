package dev.moka.hub.account;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;

import java.util.List;
import java.util.Optional;

/// Keeps access keys and their sealed secrets.
public interface AccessKeyStore {

    /// A key as the check of a signature needs it.
    ///
    /// @param caller its user, who is not disabled and is still in the account
    record Found(AccessKey key, String sealedSecret, Caller caller) {}

    /// Adds a key unless the user has `most` keys in this account already; answers whether it did.
    boolean insert(AccessKey key, String sealedSecret, int most);

    Optional<Found> find(String id);

    /// The user when they are enabled and may act in this account.
    Optional<Caller> caller(UserName user, AccountId account);

    List<AccessKey> list(UserName user, AccountId account);

    /// Any key of anybody, to see whether the master key still fits.
    Optional<Found> any();

    void used(String id, AccessKey.LastUse use);

    /// Answers whether there was such a key of this user.
    boolean setActive(String id, UserName user, boolean active);

    /// Answers whether there was such a key of this user.
    boolean delete(String id, UserName user);
}
