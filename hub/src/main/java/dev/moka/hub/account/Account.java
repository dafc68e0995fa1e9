package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An AWS-style account: one person's own, or a team's.
///
/// @param owner whose own account it is, absent for a team's
/// @param team the name of the team, absent for a person's own
public record Account(
        AccountId id, @Nullable UserName owner, @Nullable TeamName team, Instant createdAt) {

    /// What people call it.
    public String name() {
        return team != null ? team.value() : String.valueOf(owner);
    }
}
