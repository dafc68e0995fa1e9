package dev.moka.hub.account;

import java.time.Instant;

/// A role of an account, which jobs and notebook instances take on.
///
/// @param path begins and ends with a slash
/// @param trustPolicy who may assume it, as it was given; the hub lets the account's people do so
/// @param maxSessionSeconds the longest session of the role
public record AccountRole(
        AccountId account,
        String name,
        String path,
        String trustPolicy,
        String description,
        int maxSessionSeconds,
        Instant createdAt) {

    public String arn() {
        return Arns.role(account, path, name);
    }

    public String id() {
        return Arns.roleId(account, name);
    }
}
