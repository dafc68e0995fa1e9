package dev.moka.kernel.api;

/// Something was called whose declaration refers to what no cell has declared yet.
public final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message names both
    public UnresolvedReferenceException(String message) {
        super(message);
    }
}
