package dev.moka.hub.identity;

import java.time.Instant;

/// A person who may sign in.
public record User(
        UserName name, Role role, boolean disabled, boolean hasPassword, Instant createdAt) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
