package dev.moka.hub.objects;

import java.util.Map;

/// What is told about an object with each download.
///
/// @param system `Content-Type` and its like, by the header's name in lower case
/// @param user what followed `x-amz-meta-`, in lower case
public record ObjectMetadata(Map<String, String> system, Map<String, String> user) {
    public static final ObjectMetadata NONE = new ObjectMetadata(Map.of(), Map.of());

    public ObjectMetadata {
        system = Map.copyOf(system);
        user = Map.copyOf(user);
    }

    /// Metadata of a content of this type.
    public static ObjectMetadata ofType(String contentType) {
        return new ObjectMetadata(Map.of("content-type", contentType), Map.of());
    }

    /// What S3 says when nobody said what it is.
    public String contentType() {
        return system.getOrDefault("content-type", "binary/octet-stream");
    }
}
