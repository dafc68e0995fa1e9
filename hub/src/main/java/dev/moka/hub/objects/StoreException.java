package dev.moka.hub.objects;

/// A refusal of the object store.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreError error;
    private final String text;

    StoreException(StoreError error, String message) {
        super(message);
        this.error = error;
        this.text = message;
    }

    public StoreError error() {
        return error;
    }

    public String text() {
        return text;
    }
}
