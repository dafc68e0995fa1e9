package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Where multipart uploads and their parts are kept.
public interface UploadStore {

    void insert(Upload upload);

    Optional<Upload> find(BucketName bucket, ObjectKey key, String id);

    /// Uploads by key, then by id, after the given ones.
    List<Upload> list(
            BucketName bucket, byte[] from, byte @Nullable [] end, String afterId, int limit);

    /// Keeps a part in place of the one with its number, and gives the blob that it replaced; empty
    /// when the upload has ended.
    Optional<List<String>> putPart(String upload, Part part);

    /// The parts of an upload, or of the content that it became, by number.
    List<Part> parts(String upload, int afterNumber, int limit);

    /// Makes an object of an upload, keeps only these parts, and gives the blobs set free; empty
    /// when the upload has ended.
    Optional<List<String>> complete(
            Upload upload, List<Integer> numbers, StoredObject object, WriteCondition condition);

    /// Ends an upload and gives its blobs; empty when it has ended before.
    Optional<List<String>> abort(String upload);
}
