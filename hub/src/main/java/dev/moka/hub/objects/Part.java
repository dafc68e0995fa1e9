package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A piece of an object that was uploaded by itself.
///
/// @param number 1 to 10,000
/// @param etag the MD5 of its content in hex
/// @param checksum in Base64, by the algorithm of the upload
public record Part(
        int number,
        String blob,
        long size,
        String etag,
        @Nullable String checksum,
        Instant modifiedAt) {}
