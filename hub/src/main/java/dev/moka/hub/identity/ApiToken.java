package dev.moka.hub.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A secret with which a program acts as a user; only its hash is kept.
///
/// @param lastUsedAt absent as long as nobody used it
public record ApiToken(
        String id, UserName user, String label, Instant createdAt, @Nullable Instant lastUsedAt) {}
