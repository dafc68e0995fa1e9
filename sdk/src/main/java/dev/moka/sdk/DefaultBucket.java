package dev.moka.sdk;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket that is made when it is missing.
final class DefaultBucket {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private final S3Client s3;
    private final Region region;

    DefaultBucket(S3Client s3, Region region) {
        this.s3 = s3;
        this.region = region;
    }

    String ready(String name) {
        try {
            s3.headBucket(request -> request.bucket(name));
        } catch (NoSuchBucketException e) {
            make(name);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                make(name);
            } else if (e.statusCode() == FORBIDDEN) {
                throw new IllegalStateException(
                        "the bucket '%s' is there, but these credentials may not use it; choose another with"
                                        .formatted(name)
                                + " Session.builder().defaultBucket(name)",
                        e);
            } else {
                throw e;
            }
        }
        return name;
    }

    private void make(String name) {
        var request = CreateBucketRequest.builder().bucket(name);
        // The oldest region is the only one that must not be named.
        if (!region.equals(Region.US_EAST_1)) {
            request.createBucketConfiguration(bucket -> bucket.locationConstraint(region.id()));
        }
        try {
            s3.createBucket(request.build());
        } catch (BucketAlreadyOwnedByYouException e) {
            // Somebody else with these credentials was faster, which is as good.
            s3.headBucket(head -> head.bucket(name));
        }
    }
}
