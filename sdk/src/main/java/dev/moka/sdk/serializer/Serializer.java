package dev.moka.sdk.serializer;

/// What turns values into the body of a request.
///
/// @param <T> the values
public interface Serializer<T> {
    /// The content type of the body.
    String contentType();

    /// The body.
    byte[] serialize(T value);
}
