package dev.moka.hub.identity;

import dev.moka.hub.changes.Change;
import dev.moka.hub.errors.AccessDeniedException;

/// The signed-in user on whose behalf something is asked.
public record Caller(UserName name, Role role) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /// Whether the caller may see and use what `owner` has.
    public boolean mayUse(UserName owner) {
        return isAdmin() || name.equals(owner);
    }

    /// Whether the caller may hear of this change: `changes.subscribe(caller::hears, listener)`.
    public boolean hears(Change change) {
        return isAdmin() || name.value().equals(change.about());
    }

    public void requireAdmin(String action) {
        if (!isAdmin()) {
            throw new AccessDeniedException(
                    "Only an administrator may %s; you are signed in as '%s'"
                            .formatted(action, name));
        }
    }
}
