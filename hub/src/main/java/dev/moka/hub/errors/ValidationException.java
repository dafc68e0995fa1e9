package dev.moka.hub.errors;

/// A value that the caller gave cannot be used.
public final class ValidationException extends ApiException {
    private static final long serialVersionUID = 1L;

    public ValidationException(String message) {
        super(400, "Validation", message);
    }
}
