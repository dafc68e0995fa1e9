package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.WriteCondition;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Deleting objects, one or up to a thousand at once.
final class DeleteOperations {
    private static final int MOST_KEYS = 1000;

    private final StoredObjects objects;
    private final XmlBody bodies;

    DeleteOperations(StoredObjects objects, XmlBody bodies) {
        this.objects = objects;
        this.bodies = bodies;
    }

    void addTo(Operations table) {
        table.add("DeleteObject", "DELETE", Level.OBJECT, this::delete)
                .add("DeleteObjects", "POST", Level.BUCKET, "delete", this::deleteAll);
    }

    private void delete(Call call) throws IOException {
        String etag = call.header("if-match").map(Preconditions::plain).orElse(null);
        objects.delete(call.bucket(), call.key(), new WriteCondition(etag, false));
        call.empty(204);
    }

    private void deleteAll(Call call) throws IOException {
        Bucket bucket = call.bucket();
        requireDigest(call);
        Element root = bodies.read(call.request(), "Delete");
        List<Element> named = root.all("Object");
        if (named.isEmpty() || named.size() > MOST_KEYS) {
            throw S3Errors.malformedXml();
        }
        boolean quiet = root.text("Quiet").filter("true"::equalsIgnoreCase).isPresent();
        List<ObjectKey> keys = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Element object : named) {
            sort(bucket, object, keys, refusals);
        }
        objects.delete(bucket, keys);
        call.xml(
                Xml.of(
                        "DeleteResult",
                        xml -> {
                            if (!quiet) {
                                named.stream()
                                        .map(object -> object.require("Key"))
                                        .filter(key -> refusals.stream().noneMatch(r -> r.is(key)))
                                        .forEach(
                                                key -> xml.open("Deleted", x -> x.add("Key", key)));
                            }
                            refusals.forEach(refusal -> refusal.write(xml));
                        }));
    }

    /// One with a condition is deleted by itself; the others together.
    private void sort(Bucket bucket, Element object, List<ObjectKey> keys, List<Refusal> refusals) {
        String name = object.require("Key");
        if (object.text("VersionId").filter(version -> !version.equals("null")).isPresent()) {
            refusals.add(
                    new Refusal(name, "NoSuchVersion", "The specified version does not exist."));
            return;
        }
        try {
            ObjectKey key = new ObjectKey(name);
            if (object.child("ETag").isPresent()) {
                String etag = Preconditions.plain(object.require("ETag"));
                objects.delete(bucket, key, new WriteCondition(etag, false));
            } else {
                keys.add(key);
            }
        } catch (StoreException e) {
            refusals.add(new Refusal(name, e.error().code(), e.text()));
        }
    }

    private static void requireDigest(Call call) {
        boolean checked =
                call.header("content-md5").isPresent()
                        || call.header("x-amz-trailer").isPresent()
                        || Arrays.stream(ChecksumAlgorithm.values())
                                .anyMatch(a -> call.header(a.header()).isPresent());
        if (!checked) {
            throw S3Errors.invalidRequest(
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    /// Why one of many was not deleted.
    private record Refusal(String key, String code, String message) {

        boolean is(String other) {
            return key.equals(other);
        }

        void write(Xml xml) {
            xml.open("Error", x -> x.add("Key", key).add("Code", code).add("Message", message));
        }
    }
}
