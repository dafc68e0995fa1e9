package dev.moka.hub.account;

/// An access key with its secret, which is shown once.
public record NewAccessKey(AccessKey key, String secret) {
    @Override
    public String toString() {
        return key.id();
    }
}
