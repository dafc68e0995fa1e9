package dev.moka.hub.errors;

/// The thing exists already, or somebody else changed it meanwhile.
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(409, "Conflict", message);
    }
}
