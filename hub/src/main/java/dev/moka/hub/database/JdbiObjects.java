package dev.moka.hub.database;

import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectStore;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.WriteCondition;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Objects in the database.
public final class JdbiObjects implements ObjectStore {
    private static final int ASKED_AT_ONCE = 200;

    private final Database database;

    public JdbiObjects(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredObject> find(BucketName bucket, ObjectKey key) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from objects where bucket = :bucket and object_key ="
                                    + " :key")
                        .bind("bucket", bucket.value())
                        .bind("key", key.bytes())
                        .map((row, _) -> ObjectColumns.object(row))
                        .findOne());
    }

    @Override
    public List<StoredObject> list(
            BucketName bucket, byte[] from, byte @Nullable [] end, int limit) {
        return database.read(handle ->
                range(
                                handle,
                                "select * from objects where "
                                        + range(end)
                                        + " order by object_key limit :limit",
                                bucket,
                                from,
                                end)
                        .bind("limit", limit)
                        .map((row, _) -> ObjectColumns.object(row))
                        .list());
    }

    @Override
    public Total total(BucketName bucket, byte[] from, byte @Nullable [] end) {
        return database.read(handle ->
                range(
                                handle,
                                "select count(*) as objects, coalesce(sum(size), 0) as bytes from"
                                        + " objects where "
                                        + range(end),
                                bucket,
                                from,
                                end)
                        .map((row, _) -> new Total(row.getLong("objects"), row.getLong("bytes")))
                        .one());
    }

    @Override
    public List<String> put(StoredObject object, WriteCondition condition) {
        return database.writeGrouped(handle -> ObjectRows.replace(handle, object, condition));
    }

    @Override
    public Optional<List<String>> putSharing(
            StoredObject object, StoredObject source, WriteCondition condition) {
        return database.writeGrouped(handle ->
                hold(handle, source)
                        ? Optional.of(ObjectRows.replace(handle, object, condition))
                        : Optional.empty());
    }

    @Override
    public List<String> delete(BucketName bucket, Collection<ObjectKey> keys) {
        return database.writeGrouped(handle -> {
            List<String> freed = new ArrayList<>();
            for (ObjectKey key : keys) {
                freed.addAll(ObjectRows.delete(handle, bucket, key, WriteCondition.NONE));
            }
            return freed;
        });
    }

    @Override
    public List<String> delete(BucketName bucket, ObjectKey key, WriteCondition condition) {
        return database.writeGrouped(handle -> ObjectRows.delete(handle, bucket, key, condition));
    }

    @Override
    public boolean setTags(BucketName bucket, ObjectKey key, Map<String, String> tags) {
        return database.write(handle ->
                handle.createUpdate(
                                        "update objects set tags = :tags where bucket = :bucket and"
                                                + " object_key = :key")
                                .bind("tags", ObjectColumns.text(tags))
                                .bind("bucket", bucket.value())
                                .bind("key", key.bytes())
                                .execute()
                        == 1);
    }

    @Override
    public Set<String> referenced(Collection<String> blobs) {
        Set<String> referenced = new HashSet<>();
        List<String> all = List.copyOf(blobs);
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE));
            referenced.addAll(
                    database.read(handle ->
                            handle.createQuery(
                                            """
                                            select content from objects where content in (<blobs>)
                                            union select blob from parts where blob in (<blobs>)
                                            """)
                                    .bindList("blobs", some)
                                    .mapTo(String.class)
                                    .list()));
        }
        return referenced;
    }

    /// Keeps an object's row as it is until the transaction ends; false when it is not so any more.
    private static boolean hold(Handle handle, StoredObject object) {
        return handle.createUpdate(
                                """
                                update objects set content = content
                                where bucket = :bucket and object_key = :key and content = :content
                                """)
                        .bind("bucket", object.bucket().value())
                        .bind("key", object.key().bytes())
                        .bind("content", object.content().id())
                        .execute()
                == 1;
    }

    private static String range(byte @Nullable [] end) {
        return "bucket = :bucket and object_key >= :from"
                + (end == null ? "" : " and object_key < :end");
    }

    private static Query range(
            Handle handle, String sql, BucketName bucket, byte[] from, byte @Nullable [] end) {
        Query query = handle.createQuery(sql).bind("bucket", bucket.value()).bind("from", from);
        return end == null ? query : query.bind("end", end);
    }
}
