package dev.moka.protocol.jupyter;

/// A peer sent bytes that are not a message: the frame is cut short, a part is not JSON, a
/// signature is wrong.
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, with the offending value and the limit
    public ProtocolException(String message) {
        super(message);
    }

    /// @param message what is wrong
    /// @param cause the parser's own error
    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
