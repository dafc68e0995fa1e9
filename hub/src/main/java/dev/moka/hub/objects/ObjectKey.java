package dev.moka.hub.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The name of an object in its bucket: any text of 1 to 1,024 bytes; slashes and dots mean
/// nothing.
public record ObjectKey(String value) {
    private static final int LONGEST = 1024;

    public ObjectKey {
        if (value.isEmpty()) {
            throw StoreError.INVALID_ARGUMENT.exception("An object's key must not be empty");
        }
        if (value.length() > LONGEST || value.getBytes(UTF_8).length > LONGEST) {
            throw StoreError.KEY_TOO_LONG.exception();
        }
    }

    /// What keys are sorted by.
    public byte[] bytes() {
        return value.getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return value;
    }
}
