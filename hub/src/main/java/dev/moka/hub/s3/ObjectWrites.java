package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.ContentPlan;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.StoredObjects.Labels;
import dev.moka.hub.objects.WriteCondition;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/// Putting objects, from a body or from another object.
final class ObjectWrites {
    private static final Set<String> DIRECTIVES = Set.of("COPY", "REPLACE");

    private final StoredObjects objects;
    private final CopySources sources;

    ObjectWrites(StoredObjects objects, CopySources sources) {
        this.objects = objects;
        this.sources = sources;
    }

    void addTo(Operations table) {
        table.add("PutObject", "PUT", Level.OBJECT, this::put)
                .add("CopyObject", "PUT", Level.OBJECT, null, "x-amz-copy-source", this::copy);
    }

    private void put(Call call) throws IOException {
        Bucket bucket = call.bucket();
        ObjectKey key = call.key();
        Unsupported.refuseObjectHeaders(call);
        Labels labels = Metadata.labels(call.head());
        WriteCondition condition = Preconditions.ofWrite(call.head());
        ContentPlan plan = Checks.plan(call.request(), null);
        StoredObject object =
                objects.put(bucket, key, labels, call.request().body(), plan, condition);
        call.response().header("ETag", '"' + object.etag() + '"');
        Checksums.write(call.response(), object.checksum());
        call.empty(200);
    }

    private void copy(Call call) throws IOException {
        Bucket bucket = call.bucket();
        ObjectKey key = call.key();
        Unsupported.refuseObjectHeaders(call);
        boolean newMetadata = replaces(call, "x-amz-metadata-directive");
        boolean newTags = replaces(call, "x-amz-tagging-directive");
        StoredObject source = sources.of(call);
        boolean onItself = source.bucket().equals(bucket.name()) && source.key().equals(key);
        if (onItself && !newMetadata) {
            throw S3Errors.invalidRequest(
                    "This copy request is illegal because it is trying to copy an object to itself"
                            + " without changing the object's metadata, storage class, website"
                            + " redirect location or encryption attributes.");
        }
        if (source.size() > ContentPlan.LARGEST_PUT) {
            throw S3Errors.invalidRequest(
                    "The specified copy source is larger than the maximum allowable size for a copy"
                            + " source: "
                            + ContentPlan.LARGEST_PUT);
        }
        Bodies.drain(call.request());
        ObjectMetadata metadata = newMetadata ? Metadata.of(call.head()) : source.metadata();
        Map<String, String> tags = newTags ? Metadata.labels(call.head()).tags() : source.tags();
        StoredObject copy =
                objects.copy(
                        source,
                        bucket,
                        key,
                        new Labels(metadata, tags),
                        Checks.named(call.head(), "x-amz-checksum-algorithm").orElse(null),
                        Preconditions.ofWrite(call.head()));
        call.xml(
                Xml.of(
                        "CopyObjectResult",
                        xml -> {
                            xml.add("LastModified", copy.modifiedAt());
                            xml.add("ETag", '"' + copy.etag() + '"');
                            Checksums.write(xml, copy.checksum());
                        }));
    }

    private static boolean replaces(Call call, String header) {
        String directive = call.header(header).orElse("COPY");
        if (!DIRECTIVES.contains(directive)) {
            throw S3Errors.invalidArgument(
                    "Unknown %s.".formatted(header.replace("x-amz-", "").replace('-', ' ')));
        }
        return directive.equals("REPLACE");
    }
}
