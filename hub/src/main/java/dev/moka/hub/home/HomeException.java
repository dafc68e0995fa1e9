package dev.moka.hub.home;

/// The hub's home can't be used; the message says why and what to do.
public final class HomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HomeException(String message) {
        super(message);
    }

    HomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
