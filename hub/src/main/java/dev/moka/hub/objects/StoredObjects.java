package dev.moka.hub.objects;

import dev.moka.hub.objects.ObjectContent.Segment;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of all buckets. Whoever calls has a [Bucket], which proves whose they are.
public final class StoredObjects {
    private static final int ATTEMPTS = 5;
    private static final int PARTS_AT_ONCE = 1000;

    private final ObjectStore store;
    private final UploadStore uploads;
    private final Blobs blobs;
    private final Clock clock;

    public StoredObjects(ObjectStore store, UploadStore uploads, Blobs blobs, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Keeps an object once all its content was read and is as promised.
    public StoredObject put(
            Bucket bucket,
            ObjectKey key,
            Labels labels,
            InputStream content,
            ContentPlan plan,
            WriteCondition condition)
            throws IOException {
        NewBlob blob = blobs.write(content, plan);
        StoredObject object = object(bucket, key, labels, blob, plan.algorithm());
        blobs.release(blobs.publish(blob, () -> store.put(object, condition)));
        return object;
    }

    /// What is said of an object beside its content.
    public record Labels(ObjectMetadata metadata, Map<String, String> tags) {
        public static final Labels NONE = new Labels(ObjectMetadata.NONE, Map.of());
    }

    /// Copies an object within this store; the content is only copied where its ETag or checksum
    /// must be made anew.
    ///
    /// @param algorithm the checksum that the copy shall have, or null for the source's
    public StoredObject copy(
            StoredObject source,
            Bucket bucket,
            ObjectKey key,
            Labels labels,
            @Nullable ChecksumAlgorithm algorithm,
            WriteCondition condition)
            throws IOException {
        Checksum checksum = source.checksum();
        boolean sameChecksum =
                algorithm == null || (checksum != null && checksum.algorithm() == algorithm);
        if (source.content().isBlob() && sameChecksum) {
            StoredObject copy = sharing(source, bucket, key, labels);
            Optional<List<String>> freed = store.putSharing(copy, source, condition);
            if (freed.isPresent()) {
                blobs.release(freed.get());
                return copy;
            }
            throw StoreError.NO_SUCH_KEY.exception();
        }
        ChecksumAlgorithm kept =
                algorithm != null || checksum == null ? algorithm : checksum.algorithm();
        try (ObjectContent content = open(source);
                InputStream stream = content.stream()) {
            ContentPlan plan = ContentPlan.own(source.size(), kept);
            return put(bucket, key, labels, stream, plan, condition);
        }
    }

    public StoredObject require(Bucket bucket, ObjectKey key) {
        return store.find(bucket.name(), key).orElseThrow(StoreError.NO_SUCH_KEY::exception);
    }

    /// The content of an object as it is now; if it is replaced meanwhile, the answer is that it is
    /// gone.
    public ObjectContent open(StoredObject object) {
        return tryOpen(object).orElseThrow(StoreError.NO_SUCH_KEY::exception);
    }

    /// An object with its content, which belong together even while it is being replaced.
    public Opened openLatest(Bucket bucket, ObjectKey key) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredObject object = require(bucket, key);
            Optional<ObjectContent> content = tryOpen(object);
            if (content.isPresent()) {
                return new Opened(object, content.get());
            }
        }
        throw StoreError.NO_SUCH_KEY.exception();
    }

    /// An object and its content, to be closed.
    public record Opened(StoredObject object, ObjectContent content) implements AutoCloseable {
        @Override
        public void close() {
            content.close();
        }
    }

    /// The parts of which an object was made, none if it came in one piece.
    public List<Part> parts(StoredObject object) {
        List<Part> parts = new ArrayList<>();
        int after = 0;
        while (parts.size() < object.content().parts()) {
            List<Part> some = uploads.parts(object.content().id(), after, PARTS_AT_ONCE);
            if (some.isEmpty()) {
                break;
            }
            parts.addAll(some);
            after = some.getLast().number();
        }
        return parts;
    }

    /// Takes an object away if the condition holds; one that is not there is no error.
    public void delete(Bucket bucket, ObjectKey key, WriteCondition condition) {
        blobs.release(store.delete(bucket.name(), key, condition));
    }

    public void delete(Bucket bucket, Collection<ObjectKey> keys) {
        blobs.release(store.delete(bucket.name(), keys));
    }

    public void setTags(Bucket bucket, ObjectKey key, Map<String, String> tags) {
        if (!store.setTags(bucket.name(), key, tags)) {
            throw StoreError.NO_SUCH_KEY.exception();
        }
    }

    /// How many objects begin so, and their bytes.
    public ObjectStore.Total total(Bucket bucket, String prefix) {
        return store.total(
                bucket.name(),
                prefix.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Keys.afterAllOf(prefix));
    }

    private Optional<ObjectContent> tryOpen(StoredObject object) {
        ObjectContent content = ObjectContent.of(blobs, segments(object));
        // Leased first, then looked again: whoever replaces it from now on sees the lease.
        boolean same =
                store.find(object.bucket(), object.key())
                        .filter(now -> now.content().equals(object.content()))
                        .isPresent();
        if (same) {
            return Optional.of(content);
        }
        content.close();
        return Optional.empty();
    }

    private List<Segment> segments(StoredObject object) {
        return object.content().isBlob()
                ? List.of(new Segment(object.content().id(), object.size()))
                : parts(object).stream().map(p -> new Segment(p.blob(), p.size())).toList();
    }

    private StoredObject object(
            Bucket bucket,
            ObjectKey key,
            Labels labels,
            NewBlob blob,
            @Nullable ChecksumAlgorithm algorithm) {
        String value = blob.checksum();
        return new StoredObject(
                bucket.name(),
                key,
                Content.ofBlob(blob.id()),
                blob.size(),
                blob.md5(),
                clock.instant(),
                algorithm == null || value == null ? null : Checksum.ofWhole(algorithm, value),
                labels.metadata(),
                labels.tags());
    }

    private StoredObject sharing(StoredObject source, Bucket bucket, ObjectKey key, Labels labels) {
        return new StoredObject(
                bucket.name(),
                key,
                source.content(),
                source.size(),
                source.etag(),
                clock.instant(),
                source.checksum(),
                labels.metadata(),
                labels.tags());
    }
}
