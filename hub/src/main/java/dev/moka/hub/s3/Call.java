package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.ObjectKey;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// One request and its answer, as an operation sees them.
record Call(AwsRequest request, AwsResponse response, Target target, Buckets buckets) {

    RequestHead head() {
        return request.head();
    }

    Optional<String> header(String name) {
        return head().header(name).filter(value -> !value.isEmpty());
    }

    Optional<String> parameter(String name) {
        return head().parameter(name);
    }

    BucketName bucketName() {
        return new BucketName(target.bucket());
    }

    /// The bucket, which must be the caller's.
    Bucket bucket() {
        Bucket bucket = buckets.require(request.principal().account(), bucketName());
        header("x-amz-expected-bucket-owner")
                .filter(owner -> !owner.equals(bucket.account().value()))
                .ifPresent(_ -> {
                    throw S3Errors.accessDenied();
                });
        return bucket;
    }

    ObjectKey key() {
        return new ObjectKey(target.key());
    }

    /// A number in the query, between two others.
    int number(String name, int otherwise, int least, int most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty() || text.get().isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= Integer.MAX_VALUE) {
                return (int) Math.min(value, most);
            }
        } catch (NumberFormatException e) {
            // Refused below, as what is out of bounds.
        }
        throw S3Errors.invalidArgument(
                "Argument %s must be an integer between %d and %d"
                        .formatted(name, least, Integer.MAX_VALUE));
    }

    void xml(byte[] document) throws IOException {
        response.status(200);
        response.header("Content-Type", "application/xml");
        response.header("Content-Length", Integer.toString(document.length));
        try (OutputStream out = response.body()) {
            out.write(document);
        }
    }

    /// An answer without content.
    void empty(int status) throws IOException {
        response.status(status);
        if (status != 204 && status != 304) {
            response.header("Content-Length", "0");
        }
        response.body().close();
    }
}
