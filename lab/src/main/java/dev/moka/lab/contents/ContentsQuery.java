package dev.moka.lab.contents;

import org.jspecify.annotations.Nullable;

/// What someone wants to know of a path.
///
/// @param content whether they want the bytes, or a folder's list
/// @param type what they expect it to be, or null
/// @param format `text`, `base64`, or null for whichever fits
/// @param hash whether they want the SHA-256
public record ContentsQuery(
        boolean content, @Nullable ContentsType type, @Nullable String format, boolean hash) {
    /// Everything there is.
    public static final ContentsQuery FULL = new ContentsQuery(true, null, null, false);

    /// Only what is known without reading the file.
    public static final ContentsQuery HEAD = new ContentsQuery(false, null, null, false);
}
