package dev.moka.hub.notebook;

import java.time.Duration;
import java.time.Instant;

/// A link that signs one browser in to one notebook instance, once, until it expires.
///
/// @param instanceId so that an instance that gets the name later is not meant
/// @param session how long the browser then stays signed in
/// @param expiresAt until when the link works
public record InstanceLink(
        InstanceKey key, String instanceId, Duration session, Instant expiresAt) {}
