package dev.moka.packages;

/// A request cannot be resolved. The message is for the person who made it.
public final class ResolutionException extends Exception {
    private static final long serialVersionUID = 1;

    /// @param message names the coordinate, what was tried and what to do
    public ResolutionException(String message) {
        super(message);
    }

    /// @param message names the coordinate, what was tried and what to do
    public ResolutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
