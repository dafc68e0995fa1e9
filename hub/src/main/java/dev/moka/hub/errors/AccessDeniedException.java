package dev.moka.hub.errors;

/// The caller is known and may not do this.
public final class AccessDeniedException extends ApiException {
    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String message) {
        super(403, "AccessDenied", message);
    }
}
