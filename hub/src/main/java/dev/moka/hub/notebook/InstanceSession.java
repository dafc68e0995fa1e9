package dev.moka.hub.notebook;

import java.time.Instant;

/// A browser that is signed in to one notebook instance and to nothing else.
public record InstanceSession(InstanceKey key, String instanceId, Instant expiresAt) {}
