package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What must hold of the object that a write replaces.
///
/// @param etag the ETag that it must have
/// @param absent whether there must be none
public record WriteCondition(@Nullable String etag, boolean absent) {
    public static final WriteCondition NONE = new WriteCondition(null, false);

    /// Throws when it does not hold; called within the write's transaction.
    public void check(Optional<String> presentEtag) {
        if (absent && presentEtag.isPresent()) {
            throw StoreError.PRECONDITION_FAILED.exception();
        }
        if (etag == null) {
            return;
        }
        String present = presentEtag.orElseThrow(StoreError.NO_SUCH_KEY::exception);
        if (!etag.equals("*") && !etag.equals(present)) {
            throw StoreError.PRECONDITION_FAILED.exception();
        }
    }
}
