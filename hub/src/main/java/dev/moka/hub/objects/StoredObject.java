package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// An object: everything but its bytes.
///
/// @param etag without quotes
public record StoredObject(
        BucketName bucket,
        ObjectKey key,
        Content content,
        long size,
        String etag,
        Instant modifiedAt,
        @Nullable Checksum checksum,
        ObjectMetadata metadata,
        Map<String, String> tags) {

    public StoredObject {
        tags = Map.copyOf(tags);
    }
}
