package dev.moka.hub.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.objects.Listing.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists buckets page by page. The last page costs as much as the first, and what is rolled up into
/// a common prefix is jumped over, not read.
public final class Listings {
    private static final int CHUNK = 200;

    private final ObjectStore store;

    public Listings(ObjectStore store) {
        this.store = store;
    }

    /// A page of a bucket.
    ///
    /// @param delimiter empty for none
    /// @param after where an earlier page ended, or null for the beginning
    public Listing list(
            Bucket bucket, String prefix, String delimiter, @Nullable Cursor after, int limit) {
        return limit == 0
                ? new Listing(List.of(), List.of(), Optional.empty())
                : new Walk(bucket.name(), prefix, delimiter, limit).from(after);
    }

    /// One page being filled.
    private final class Walk {
        private final BucketName bucket;
        private final String prefix;
        private final String delimiter;
        private final int limit;
        private final List<StoredObject> objects = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private @Nullable Cursor last;

        Walk(BucketName bucket, String prefix, String delimiter, int limit) {
            this.bucket = bucket;
            this.prefix = prefix;
            this.delimiter = delimiter;
            this.limit = limit;
        }

        Listing from(@Nullable Cursor after) {
            byte[] end = Keys.afterAllOf(prefix);
            byte[] at = prefix.getBytes(UTF_8);
            if (after != null) {
                byte[] next = bytesAfter(after);
                if (next == null) {
                    return page(false);
                }
                at = Keys.later(at, next);
            }
            while (true) {
                int size = delimiter.isEmpty() ? limit - taken() + 1 : CHUNK;
                List<StoredObject> chunk = store.list(bucket, at, end, size);
                for (StoredObject object : chunk) {
                    if (!take(object)) {
                        return page(true);
                    }
                }
                byte[] next = last == null ? null : bytesAfter(last);
                if (chunk.size() < size || next == null) {
                    return page(false);
                }
                at = next;
            }
        }

        /// False when the object does not fit any more.
        private boolean take(StoredObject object) {
            String key = object.key().value();
            if (last != null && last.wholePrefix() && key.startsWith(last.value())) {
                return true;
            }
            if (taken() == limit) {
                return false;
            }
            int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (cut < 0) {
                objects.add(object);
                last = new Cursor(key, false);
            } else {
                String common = key.substring(0, cut + delimiter.length());
                prefixes.add(common);
                last = new Cursor(common, true);
            }
            return true;
        }

        private int taken() {
            return objects.size() + prefixes.size();
        }

        private Listing page(boolean more) {
            return new Listing(
                    objects, prefixes, more ? Optional.ofNullable(last) : Optional.empty());
        }

        private static byte @Nullable [] bytesAfter(Cursor cursor) {
            return cursor.wholePrefix()
                    ? Keys.afterAllOf(cursor.value())
                    : Keys.after(cursor.value());
        }
    }
}
