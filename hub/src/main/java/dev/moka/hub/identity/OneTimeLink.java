package dev.moka.hub.identity;

import java.time.Instant;

/// A sign-in link that works once, until it expires: whoever has it chooses the password of the
/// user.
///
/// @param token the secret part; it exists only in this record and in the address given to the
///   person
public record OneTimeLink(UserName user, String token, Instant expiresAt) {

    /// The link's path on the hub.
    public String path() {
        return "/welcome?token=" + token;
    }
}
