package dev.moka.hub.database;

import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.Upload;
import dev.moka.hub.objects.UploadStore;
import dev.moka.hub.objects.WriteCondition;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Multipart uploads and their parts in the database.
public final class JdbiUploads implements UploadStore {
    private final Database database;

    public JdbiUploads(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Upload upload) {
        database.change(handle -> {
            ObjectRows.requireBucket(handle, upload.bucket());
            handle.createUpdate(
                            """
                            insert into uploads (id, bucket, object_key, initiated_at,
                                checksum_algorithm, checksum_type, metadata, tags)
                            values (:id, :bucket, :key, :initiated, :algorithm, :type, :metadata, :tags)
                            """)
                    .bind("id", upload.id())
                    .bind("bucket", upload.bucket().value())
                    .bind("key", upload.key().bytes())
                    .bind("initiated", upload.initiatedAt().toEpochMilli())
                    .bind("algorithm", ObjectColumns.name(upload.algorithm()))
                    .bind("type", upload.type().name())
                    .bind("metadata", ObjectColumns.text(upload.metadata()))
                    .bind("tags", ObjectColumns.text(upload.tags()))
                    .execute();
        });
    }

    @Override
    public Optional<Upload> find(BucketName bucket, ObjectKey key, String id) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from uploads
                                where id = :id and bucket = :bucket and object_key = :key
                                """)
                        .bind("id", id)
                        .bind("bucket", bucket.value())
                        .bind("key", key.bytes())
                        .map((row, _) -> ObjectColumns.upload(row))
                        .findOne());
    }

    @Override
    public List<Upload> list(
            BucketName bucket, byte[] from, byte @Nullable [] end, String afterId, int limit) {
        String sql =
                """
                select * from uploads
                where bucket = :bucket and object_key >= :from
                    and (object_key > :from or id > :after) %s
                order by object_key, id limit :limit
                """
                        .formatted(end == null ? "" : "and object_key < :end");
        return database.read(handle -> {
            Query query =
                    handle.createQuery(sql)
                            .bind("bucket", bucket.value())
                            .bind("from", from)
                            .bind("after", afterId)
                            .bind("limit", limit);
            return (end == null ? query : query.bind("end", end))
                    .map((row, _) -> ObjectColumns.upload(row))
                    .list();
        });
    }

    @Override
    public Optional<List<String>> putPart(String upload, Part part) {
        return database.writeGrouped(handle -> {
            if (!hold(handle, upload)) {
                return Optional.empty();
            }
            List<String> freed =
                    handle.createQuery(
                                    """
                                    delete from parts where upload = :upload and part_number = :number
                                    returning blob
                                    """)
                            .bind("upload", upload)
                            .bind("number", part.number())
                            .mapTo(String.class)
                            .list();
            insert(handle, upload, part);
            return Optional.of(freed);
        });
    }

    @Override
    public List<Part> parts(String upload, int afterNumber, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from parts where upload = :upload and part_number > :after
                                order by part_number limit :limit
                                """)
                        .bind("upload", upload)
                        .bind("after", afterNumber)
                        .bind("limit", limit)
                        .map((row, _) -> ObjectColumns.part(row))
                        .list());
    }

    @Override
    public Optional<List<String>> complete(
            Upload upload, List<Integer> numbers, StoredObject object, WriteCondition condition) {
        return database.writeGrouped(handle -> {
            if (!end(handle, upload.id())) {
                return Optional.empty();
            }
            List<String> freed = new ArrayList<>(dropOthers(handle, upload.id(), numbers));
            freed.addAll(ObjectRows.replace(handle, object, condition));
            return Optional.of(freed);
        });
    }

    @Override
    public Optional<List<String>> abort(String upload) {
        return database.writeGrouped(handle ->
                end(handle, upload)
                        ? Optional.of(dropOthers(handle, upload, List.of()))
                        : Optional.empty());
    }

    private static boolean end(Handle handle, String upload) {
        return handle.createUpdate("delete from uploads where id = :id")
                        .bind("id", upload)
                        .execute()
                == 1;
    }

    /// Keeps the upload from ending until the transaction does, and other parts from being put.
    private static boolean hold(Handle handle, String upload) {
        return handle.createUpdate("update uploads set id = id where id = :id")
                        .bind("id", upload)
                        .execute()
                == 1;
    }

    private static List<String> dropOthers(Handle handle, String upload, List<Integer> kept) {
        List<Integer> present =
                handle.createQuery("select part_number from parts where upload = :upload")
                        .bind("upload", upload)
                        .mapTo(Integer.class)
                        .list();
        Set<Integer> keep = new HashSet<>(kept);
        List<String> freed = new ArrayList<>();
        for (int number : present) {
            if (!keep.contains(number)) {
                freed.addAll(
                        handle.createQuery(
                                        """
                                        delete from parts
                                        where upload = :upload and part_number = :number returning blob
                                        """)
                                .bind("upload", upload)
                                .bind("number", number)
                                .mapTo(String.class)
                                .list());
            }
        }
        return freed;
    }

    private static void insert(Handle handle, String upload, Part part) {
        handle.createUpdate(
                        """
                        insert into parts (upload, part_number, blob, size, etag, checksum, modified_at)
                        values (:upload, :number, :blob, :size, :etag, :checksum, :modified)
                        """)
                .bind("upload", upload)
                .bind("number", part.number())
                .bind("blob", part.blob())
                .bind("size", part.size())
                .bind("etag", part.etag())
                .bind("checksum", part.checksum())
                .bind("modified", part.modifiedAt().toEpochMilli())
                .execute();
    }
}
