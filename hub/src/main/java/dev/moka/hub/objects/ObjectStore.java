package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where everything about objects but their bytes is kept. What a write gives back are blobs that
/// it may have set free: [#referenced] tells those that are still needed.
public interface ObjectStore {

    Optional<StoredObject> find(BucketName bucket, ObjectKey key);

    /// Objects in the order of their keys' bytes.
    ///
    /// @param from the smallest key
    /// @param end the key before which to stop, or null for none
    List<StoredObject> list(BucketName bucket, byte[] from, byte @Nullable [] end, int limit);

    /// How many objects there are from one key to before another, and their bytes.
    Total total(BucketName bucket, byte[] from, byte @Nullable [] end);

    /// Keeps an object in place of the one with its key.
    List<String> put(StoredObject object, WriteCondition condition);

    /// Keeps an object that shares the blob of another, as long as that one is still so.
    Optional<List<String>> putSharing(
            StoredObject object, StoredObject source, WriteCondition condition);

    /// Takes objects away; those that are not there are no error.
    List<String> delete(BucketName bucket, Collection<ObjectKey> keys);

    /// Takes an object away if the condition holds.
    List<String> delete(BucketName bucket, ObjectKey key, WriteCondition condition);

    /// False when there is no such object.
    boolean setTags(BucketName bucket, ObjectKey key, Map<String, String> tags);

    /// Those of the blobs that an object or a part has.
    Set<String> referenced(Collection<String> blobs);

    /// A number of objects and their bytes.
    record Total(long objects, long bytes) {}
}
