package dev.moka.kernel.magics;

/// A magic could not do what it was asked. The message is for the person who wrote the cell.
public final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message what is wrong and what to do
    public MagicException(String message) {
        super(message);
    }

    /// @param message what is wrong and what to do
    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
