package dev.moka.hub.objects;

import java.util.List;
import java.util.Optional;

/// A page of the objects of a bucket, with what goes under one prefix rolled up into it.
///
/// @param next where the next page begins, empty at the end
public record Listing(
        List<StoredObject> objects, List<String> commonPrefixes, Optional<Cursor> next) {

    /// Where a page begins: after a key, or after everything under a prefix.
    public record Cursor(String value, boolean wholePrefix) {}
}
