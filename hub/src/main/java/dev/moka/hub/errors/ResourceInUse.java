package dev.moka.hub.errors;

/// The thing is in a state, or in a use, that does not allow this now.
public final class ResourceInUse extends ApiException {
    private static final long serialVersionUID = 1L;

    public ResourceInUse(String message) {
        super(409, "ResourceInUse", message);
    }
}
