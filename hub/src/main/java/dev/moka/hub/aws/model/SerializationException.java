package dev.moka.hub.aws.model;

/// A request whose JSON or form has a value of another type than the model says.
public final class SerializationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SerializationException(String message) {
        super(message);
    }
}
