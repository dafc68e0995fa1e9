package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A long-lived credential of a person in an account, without its secret.
///
/// @param id `AKIA` and 16 letters and digits
/// @param label what the key is for, in its owner's words
/// @param active whether it may be used
/// @param lastUse when and for what it was used last, to the minute
public record AccessKey(
        String id,
        AccountId account,
        UserName user,
        String label,
        boolean active,
        Instant createdAt,
        @Nullable LastUse lastUse) {

    /// What a key was last used for.
    public record LastUse(Instant at, String service, String region) {}

    /// `Active` or `Inactive`, as IAM says it.
    public String status() {
        return active ? "Active" : "Inactive";
    }
}
