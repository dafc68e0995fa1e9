package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// A multipart upload that was begun and neither completed nor aborted.
///
/// @param algorithm the checksum that each part has, if any
/// @param type what the checksum of the whole will be of
public record Upload(
        String id,
        BucketName bucket,
        ObjectKey key,
        Instant initiatedAt,
        @Nullable ChecksumAlgorithm algorithm,
        Checksum.Type type,
        ObjectMetadata metadata,
        Map<String, String> tags) {

    public Upload {
        tags = Map.copyOf(tags);
    }
}
