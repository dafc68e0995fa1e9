package dev.moka.hub.errors;

/// A limit of the hub or of the machine is reached.
public final class ResourceLimitExceeded extends ApiException {
    private static final long serialVersionUID = 1L;

    public ResourceLimitExceeded(String message) {
        super(429, "ResourceLimitExceeded", message);
    }
}
