package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/// What is known of a content before it arrives, and what must be true of it in the end.
///
/// @param length in bytes, -1 when nobody said
/// @param limit the most bytes that are taken
/// @param md5 in Base64, when the sender promised it
/// @param algorithm the checksum to keep, if any
/// @param promised that checksum in Base64, when the sender gave it; asked once all content was
///   read
public record ContentPlan(
        long length,
        long limit,
        @Nullable String md5,
        @Nullable ChecksumAlgorithm algorithm,
        Supplier<Optional<String>> promised) {
    /// What S3 takes in one piece.
    public static final long LARGEST_PUT = 5L * 1024 * 1024 * 1024;

    /// A content of this length about which nothing is promised.
    public static ContentPlan ofLength(long length) {
        return new ContentPlan(length, LARGEST_PUT, null, null, Optional::empty);
    }

    /// A content that the hub itself reads, of which it wants this checksum.
    static ContentPlan own(long length, @Nullable ChecksumAlgorithm algorithm) {
        return new ContentPlan(length, Long.MAX_VALUE, null, algorithm, Optional::empty);
    }

    /// Refuses what is too long before any of it is read.
    void requireFit() {
        if (length > limit) {
            throw StoreError.ENTITY_TOO_LARGE.exception();
        }
    }
}
