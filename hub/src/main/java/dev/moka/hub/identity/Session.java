package dev.moka.hub.identity;

import java.time.Instant;

/// A browser that is signed in.
///
/// @param id the public name of the session, with which it can be listed and ended; not the
///   cookie's value
public record Session(
        String id,
        UserName user,
        Visitor visitor,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
