package dev.moka.hub.web;

/// The hub can't listen where it should; the message says why and what to do.
public final class ListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
