package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

/// A content that lies on the disk and belongs to nothing yet.
///
/// @param md5 in hex
/// @param checksum in Base64, when one was asked for
record NewBlob(String id, long size, String md5, @Nullable String checksum) {}
