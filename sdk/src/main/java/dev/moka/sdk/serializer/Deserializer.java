package dev.moka.sdk.serializer;

/// What turns the body of a reply into values.
///
/// @param <T> the values
public interface Deserializer<T> {
    /// The content type to ask for.
    String accept();

    /// The values in the body; `contentType` is what the reply says that it is.
    T deserialize(byte[] body, String contentType);
}
