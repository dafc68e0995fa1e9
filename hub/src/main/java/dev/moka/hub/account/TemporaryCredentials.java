package dev.moka.hub.account;

import java.time.Instant;

/// Credentials that end by themselves.
public record TemporaryCredentials(
        String accessKeyId, String secret, String sessionToken, Instant expiresAt) {
    @Override
    public String toString() {
        return accessKeyId;
    }
}
