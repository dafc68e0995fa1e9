package dev.moka.hub.database;

import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.Content;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.StoreError;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.WriteCondition;

import org.jdbi.v3.core.Handle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts and takes away rows of objects within somebody's transaction.
final class ObjectRows {
    private ObjectRows() {}

    /// Puts a row in place of the one with its key, if any, and gives the blobs of that one.
    static List<String> replace(Handle handle, StoredObject object, WriteCondition condition) {
        requireBucket(handle, object.bucket());
        List<String> freed = new ArrayList<>();
        // Where several connections write, another one's row can appear between the two statements.
        do {
            Optional<Old> old = remove(handle, object.bucket(), object.key());
            condition.check(old.map(Old::etag));
            old.ifPresent(o -> freed.addAll(blobs(handle, o.content())));
        } while (!insert(handle, object));
        return freed;
    }

    /// Takes a row away and gives its blobs.
    static List<String> delete(
            Handle handle, BucketName bucket, ObjectKey key, WriteCondition condition) {
        Optional<Old> old = remove(handle, bucket, key);
        condition.check(old.map(Old::etag));
        return old.map(o -> blobs(handle, o.content())).orElse(List.of());
    }

    private record Old(Content content, String etag) {}

    private static Optional<Old> remove(Handle handle, BucketName bucket, ObjectKey key) {
        return handle.createQuery(
                        """
                        delete from objects where bucket = :bucket and object_key = :key
                        returning content, parts, etag
                        """)
                .bind("bucket", bucket.value())
                .bind("key", key.bytes())
                .map((row, _) ->
                        new Old(
                                new Content(row.getString("content"), row.getInt("parts")),
                                row.getString("etag")))
                .findOne();
    }

    private static List<String> blobs(Handle handle, Content content) {
        return content.isBlob()
                ? List.of(content.id())
                : handle.createQuery("delete from parts where upload = :id returning blob")
                        .bind("id", content.id())
                        .mapTo(String.class)
                        .list();
    }

    private static boolean insert(Handle handle, StoredObject object) {
        Checksum checksum = object.checksum();
        return handle.createUpdate(
                                """
                                insert into objects (bucket, object_key, content, parts, size, etag,
                                    modified_at, checksum_algorithm, checksum_type, checksum, metadata, tags)
                                values (:bucket, :key, :content, :parts, :size, :etag, :modified,
                                    :algorithm, :type, :checksum, :metadata, :tags)
                                on conflict do nothing
                                """)
                        .bind("bucket", object.bucket().value())
                        .bind("key", object.key().bytes())
                        .bind("content", object.content().id())
                        .bind("parts", object.content().parts())
                        .bind("size", object.size())
                        .bind("etag", object.etag())
                        .bind("modified", object.modifiedAt().toEpochMilli())
                        .bind("algorithm", checksum == null ? null : checksum.algorithm().name())
                        .bind("type", checksum == null ? null : checksum.type().name())
                        .bind("checksum", checksum == null ? null : checksum.value())
                        .bind("metadata", ObjectColumns.text(object.metadata()))
                        .bind("tags", ObjectColumns.text(object.tags()))
                        .execute()
                == 1;
    }

    /// A bucket may be deleted while a content is on its way.
    static void requireBucket(Handle handle, BucketName bucket) {
        if (handle.createQuery("select 1 from buckets where name = :name")
                .bind("name", bucket.value())
                .mapTo(Integer.class)
                .findOne()
                .isEmpty()) {
            throw StoreError.NO_SUCH_BUCKET.exception();
        }
    }
}
