package dev.moka.hub.errors;

/// The thing does not exist, or the caller may not know that it does.
public final class ResourceNotFound extends ApiException {
    private static final long serialVersionUID = 1L;

    public ResourceNotFound(String message) {
        super(404, "ResourceNotFound", message);
    }
}
