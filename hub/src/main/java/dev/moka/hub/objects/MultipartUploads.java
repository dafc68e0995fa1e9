package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Uploads in parts. A completed one is not copied together: its parts become the content.
public final class MultipartUploads {
    private static final int MOST_PARTS = 10_000;
    private static final long SMALLEST_PART = 5L * 1024 * 1024;

    private final UploadStore store;
    private final StoredObjects objects;
    private final Blobs blobs;
    private final RandomGenerator random;
    private final Clock clock;

    public MultipartUploads(
            UploadStore store,
            StoredObjects objects,
            Blobs blobs,
            RandomGenerator random,
            Clock clock) {
        this.store = store;
        this.objects = objects;
        this.blobs = blobs;
        this.random = random;
        this.clock = clock;
    }

    public Upload begin(
            Bucket bucket,
            ObjectKey key,
            StoredObjects.Labels labels,
            @Nullable ChecksumAlgorithm algorithm,
            Checksum.Type type) {
        byte[] id = new byte[32];
        random.nextBytes(id);
        Upload upload =
                new Upload(
                        HexFormat.of().formatHex(id),
                        bucket.name(),
                        key,
                        clock.instant(),
                        algorithm,
                        type,
                        labels.metadata(),
                        labels.tags());
        store.insert(upload);
        return upload;
    }

    public Upload require(Bucket bucket, ObjectKey key, String id) {
        return store.find(bucket.name(), key, id).orElseThrow(StoreError.NO_SUCH_UPLOAD::exception);
    }

    /// Keeps a part once all its content was read and is as promised.
    public Part put(Upload upload, int number, InputStream content, ContentPlan plan)
            throws IOException {
        if (number < 1 || number > MOST_PARTS) {
            throw StoreError.INVALID_ARGUMENT.exception(
                    "Part number must be an integer between 1 and 10000, inclusive");
        }
        NewBlob blob = blobs.write(content, plan);
        Part part =
                new Part(
                        number,
                        blob.id(),
                        blob.size(),
                        blob.md5(),
                        blob.checksum(),
                        clock.instant());
        List<String> freed =
                blobs.publish(
                        blob,
                        () ->
                                store.putPart(upload.id(), part)
                                        .orElseThrow(StoreError.NO_SUCH_UPLOAD::exception));
        blobs.release(freed);
        return part;
    }

    /// Keeps a stretch of an object as a part.
    public Part copy(Upload upload, int number, StoredObject source, long offset, long length)
            throws IOException {
        if (length > ContentPlan.LARGEST_PUT) {
            throw StoreError.ENTITY_TOO_LARGE.exception();
        }
        try (ObjectContent content = objects.open(source);
                InputStream stream = content.stream(offset, length)) {
            return put(upload, number, stream, ContentPlan.own(length, upload.algorithm()));
        }
    }

    public List<Part> parts(Upload upload, int afterNumber, int limit) {
        return store.parts(upload.id(), afterNumber, limit);
    }

    /// Uploads by key and id, after the given ones.
    public List<Upload> list(Bucket bucket, byte[] from, String prefix, String afterId, int limit) {
        return store.list(bucket.name(), from, Keys.afterAllOf(prefix), afterId, limit);
    }

    /// What a client names to complete an upload.
    ///
    /// @param etag without quotes
    public record Named(int number, String etag, @Nullable String checksum) {}

    /// What must be true of the whole.
    public record Promise(@Nullable String checksum, @Nullable Long size) {
        public static final Promise NONE = new Promise(null, null);
    }

    /// Makes an object of the named parts.
    public StoredObject complete(
            Bucket bucket,
            ObjectKey key,
            String uploadId,
            List<Named> named,
            Promise promise,
            WriteCondition condition) {
        Optional<Upload> found = store.find(bucket.name(), key, uploadId);
        if (found.isEmpty()) {
            return completedBefore(bucket, key, uploadId);
        }
        Upload upload = found.get();
        List<Part> parts = chosen(upload, named);
        StoredObject object = object(upload, parts);
        check(object, promise);
        List<String> freed =
                store.complete(upload, parts.stream().map(Part::number).toList(), object, condition)
                        .orElseThrow(StoreError.NO_SUCH_UPLOAD::exception);
        blobs.release(freed);
        return object;
    }

    public void abort(Bucket bucket, ObjectKey key, String id) {
        Upload upload = require(bucket, key, id);
        blobs.release(store.abort(upload.id()).orElseThrow(StoreError.NO_SUCH_UPLOAD::exception));
    }

    /// A client that did not hear the answer asks again.
    private StoredObject completedBefore(Bucket bucket, ObjectKey key, String uploadId) {
        try {
            StoredObject present = objects.require(bucket, key);
            if (present.content().id().equals(uploadId)) {
                return present;
            }
        } catch (StoreException e) {
            if (e.error() != StoreError.NO_SUCH_KEY) {
                throw e;
            }
        }
        throw StoreError.NO_SUCH_UPLOAD.exception();
    }

    private List<Part> chosen(Upload upload, List<Named> named) {
        Map<Integer, Part> present =
                store.parts(upload.id(), 0, MOST_PARTS).stream()
                        .collect(Collectors.toMap(Part::number, Function.identity()));
        List<Part> parts = new ArrayList<>();
        for (Named name : named) {
            if (!parts.isEmpty() && parts.getLast().number() >= name.number()) {
                throw StoreError.INVALID_PART_ORDER.exception();
            }
            Part part = present.get(name.number());
            if (part == null || !part.etag().equals(name.etag()) || lies(name, part)) {
                throw StoreError.INVALID_PART.exception();
            }
            parts.add(part);
        }
        for (Part part : parts.subList(0, Math.max(0, parts.size() - 1))) {
            if (part.size() < SMALLEST_PART) {
                throw StoreError.ENTITY_TOO_SMALL.exception();
            }
        }
        return parts;
    }

    private static boolean lies(Named named, Part part) {
        return named.checksum() != null
                && part.checksum() != null
                && !named.checksum().equals(part.checksum());
    }

    private StoredObject object(Upload upload, List<Part> parts) {
        return new StoredObject(
                upload.bucket(),
                upload.key(),
                new Content(upload.id(), parts.size()),
                parts.stream().mapToLong(Part::size).sum(),
                PartChecksums.etag(parts),
                clock.instant(),
                PartChecksums.of(upload, parts),
                upload.metadata(),
                upload.tags());
    }

    private static void check(StoredObject object, Promise promise) {
        Long size = promise.size();
        if (size != null && size != object.size()) {
            throw StoreError.INVALID_REQUEST.exception(
                    "The provided 'x-amz-mp-object-size' header value %d does not match what was computed: %d"
                            .formatted(size, object.size()));
        }
        Checksum checksum = object.checksum();
        String value = promise.checksum();
        if (value != null && checksum != null && !plain(value).equals(plain(checksum.value()))) {
            throw StoreError.BAD_DIGEST.exception(
                    "The %s you specified did not match the calculated checksum."
                            .formatted(checksum.algorithm()));
        }
    }

    /// A composite value may be promised without its number of parts.
    private static String plain(String value) {
        int dash = value.indexOf('-');
        return dash < 0 ? value : value.substring(0, dash);
    }
}
