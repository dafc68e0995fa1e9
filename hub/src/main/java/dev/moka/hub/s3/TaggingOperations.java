package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.util.Map;

/// The tags of buckets and of objects.
final class TaggingOperations {
    private final Buckets buckets;
    private final StoredObjects objects;
    private final XmlBody bodies;

    TaggingOperations(Buckets buckets, StoredObjects objects, XmlBody bodies) {
        this.buckets = buckets;
        this.objects = objects;
        this.bodies = bodies;
    }

    void addTo(Operations table) {
        table.add("GetBucketTagging", "GET", Level.BUCKET, "tagging", this::getOfBucket)
                .add("PutBucketTagging", "PUT", Level.BUCKET, "tagging", this::putOfBucket)
                .add("DeleteBucketTagging", "DELETE", Level.BUCKET, "tagging", this::deleteOfBucket)
                .add("GetObjectTagging", "GET", Level.OBJECT, "tagging", this::getOfObject)
                .add("PutObjectTagging", "PUT", Level.OBJECT, "tagging", this::putOfObject)
                .add(
                        "DeleteObjectTagging",
                        "DELETE",
                        Level.OBJECT,
                        "tagging",
                        this::deleteOfObject);
    }

    private void getOfBucket(Call call) throws IOException {
        Map<String, String> tags = call.bucket().tags();
        if (tags.isEmpty()) {
            throw S3Errors.error(404, "NoSuchTagSet", "The TagSet does not exist");
        }
        call.xml(Tags.xml(tags));
    }

    private void putOfBucket(Call call) throws IOException {
        Bucket bucket = call.bucket();
        buckets.setTags(bucket, read(call, Tags.MOST_OF_BUCKET));
        call.empty(204);
    }

    private void deleteOfBucket(Call call) throws IOException {
        buckets.setTags(call.bucket(), Map.of());
        call.empty(204);
    }

    private void getOfObject(Call call) throws IOException {
        call.xml(Tags.xml(objects.require(call.bucket(), call.key()).tags()));
    }

    private void putOfObject(Call call) throws IOException {
        Bucket bucket = call.bucket();
        objects.setTags(bucket, call.key(), read(call, Tags.MOST_OF_OBJECT));
        call.empty(200);
    }

    private void deleteOfObject(Call call) throws IOException {
        objects.setTags(call.bucket(), call.key(), Map.of());
        call.empty(204);
    }

    private Map<String, String> read(Call call, int most) throws IOException {
        Element root = bodies.read(call.request(), "Tagging");
        return Tags.of(root.child("TagSet").orElseThrow(S3Errors::malformedXml), most);
    }
}
