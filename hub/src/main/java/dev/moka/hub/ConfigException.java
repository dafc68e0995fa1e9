package dev.moka.hub;

/// The hub was started with options that it can't use; the message says which and what would do.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
