package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;

/// Finds the object that a request copies from, which must be the caller's too.
final class CopySources {
    private final StoredObjects objects;

    CopySources(StoredObjects objects) {
        this.objects = objects;
    }

    StoredObject of(Call call) {
        String header = call.header("x-amz-copy-source").orElse("");
        String path = header.startsWith("/") ? header.substring(1) : header;
        int version = path.lastIndexOf("?versionId=");
        if (version >= 0) {
            if (!path.substring(version + "?versionId=".length()).equals("null")) {
                throw S3Errors.error(404, "NoSuchVersion", "The specified version does not exist.");
            }
            path = path.substring(0, version);
        }
        String decoded = Target.decoded(path);
        int slash = decoded.indexOf('/');
        if (slash <= 0 || slash == decoded.length() - 1) {
            throw S3Errors.invalidArgument(
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        Bucket bucket =
                call.buckets()
                        .require(
                                call.request().principal().account(),
                                new BucketName(decoded.substring(0, slash)));
        call.header("x-amz-source-expected-bucket-owner")
                .filter(owner -> !owner.equals(bucket.account().value()))
                .ifPresent(_ -> {
                    throw S3Errors.accessDenied();
                });
        StoredObject source = objects.require(bucket, new ObjectKey(decoded.substring(slash + 1)));
        Preconditions.checkCopy(call.head(), source);
        return source;
    }
}
