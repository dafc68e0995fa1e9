package dev.moka.hub.clients;

import static dev.moka.hub.clients.OwnedThings.BUCKET;
import static dev.moka.hub.clients.OwnedThings.KEY;

import dev.moka.hub.clients.AnotherAccount.Attempt;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/// Every S3 operation on another's bucket.
///
/// @param own a bucket of the caller's
/// @param uploadId of a multipart upload into the other's bucket
record AnothersObjects(S3Client s3, String own, String uploadId) {
    private static final Tagging TAGGING =
            Tagging.builder().tagSet(Tag.builder().key("k").value("v").build()).build();

    private static final CORSRule RULE =
            CORSRule.builder().allowedMethods("GET").allowedOrigins("*").build();
    private static final CompletedPart PART =
            CompletedPart.builder().partNumber(1).eTag("\"x\"").build();

    List<Attempt> attempts() {
        return Stream.of(buckets(), objects(), copies(), uploads()).flatMap(List::stream).toList();
    }

    private static Attempt refused(String operation, Callable<?> call) {
        return new Attempt("s3:" + operation, false, call);
    }

    private List<Attempt> buckets() {
        return List.of(
                new Attempt("s3:ListBuckets", true, s3::listBuckets),
                refused("HeadBucket", () -> s3.headBucket(r -> r.bucket(BUCKET))),
                refused("DeleteBucket", () -> s3.deleteBucket(r -> r.bucket(BUCKET))),
                refused("GetBucketLocation", () -> s3.getBucketLocation(r -> r.bucket(BUCKET))),
                refused("GetBucketVersioning", () -> s3.getBucketVersioning(r -> r.bucket(BUCKET))),
                refused("GetBucketTagging", () -> s3.getBucketTagging(r -> r.bucket(BUCKET))),
                refused(
                        "PutBucketTagging",
                        () -> s3.putBucketTagging(r -> r.bucket(BUCKET).tagging(TAGGING))),
                refused("DeleteBucketTagging", () -> s3.deleteBucketTagging(r -> r.bucket(BUCKET))),
                refused("GetBucketCors", () -> s3.getBucketCors(r -> r.bucket(BUCKET))),
                refused(
                        "PutBucketCors",
                        () ->
                                s3.putBucketCors(r ->
                                        r.bucket(BUCKET)
                                                .corsConfiguration(c -> c.corsRules(RULE)))),
                refused("DeleteBucketCors", () -> s3.deleteBucketCors(r -> r.bucket(BUCKET))),
                refused("GetBucketAcl", () -> s3.getBucketAcl(r -> r.bucket(BUCKET))),
                refused(
                        "PutBucketAcl",
                        () -> s3.putBucketAcl(r -> r.bucket(BUCKET).acl("private"))),
                refused("ListObjects", () -> s3.listObjects(r -> r.bucket(BUCKET))),
                refused("ListObjectsV2", () -> s3.listObjectsV2(r -> r.bucket(BUCKET))),
                refused(
                        "ListMultipartUploads",
                        () -> s3.listMultipartUploads(r -> r.bucket(BUCKET))));
    }

    private List<Attempt> objects() {
        return List.of(
                refused("GetObject", () -> s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(KEY))),
                refused("HeadObject", () -> s3.headObject(r -> r.bucket(BUCKET).key(KEY))),
                refused("HeadObject", () -> s3.headObject(r -> r.bucket(BUCKET).key("none"))),
                refused("PutObject", () -> s3.putObject(r -> r.bucket(BUCKET).key(KEY), body())),
                refused("DeleteObject", () -> s3.deleteObject(r -> r.bucket(BUCKET).key(KEY))),
                refused(
                        "DeleteObjects",
                        () ->
                                s3.deleteObjects(r ->
                                        r.bucket(BUCKET)
                                                .delete(d ->
                                                        d.objects(
                                                                ObjectIdentifier.builder()
                                                                        .key(KEY)
                                                                        .build())))),
                refused(
                        "GetObjectAttributes",
                        () ->
                                s3.getObjectAttributes(r ->
                                        r.bucket(BUCKET)
                                                .key(KEY)
                                                .objectAttributes(ObjectAttributes.OBJECT_SIZE))),
                refused(
                        "GetObjectTagging",
                        () -> s3.getObjectTagging(r -> r.bucket(BUCKET).key(KEY))),
                refused(
                        "PutObjectTagging",
                        () -> s3.putObjectTagging(r -> r.bucket(BUCKET).key(KEY).tagging(TAGGING))),
                refused(
                        "DeleteObjectTagging",
                        () -> s3.deleteObjectTagging(r -> r.bucket(BUCKET).key(KEY))),
                refused("GetObjectAcl", () -> s3.getObjectAcl(r -> r.bucket(BUCKET).key(KEY))),
                refused(
                        "PutObjectAcl",
                        () -> s3.putObjectAcl(r -> r.bucket(BUCKET).key(KEY).acl("private"))));
    }

    private List<Attempt> copies() {
        return List.of(
                refused(
                        "CopyObject",
                        () ->
                                s3.copyObject(r ->
                                        r.sourceBucket(BUCKET)
                                                .sourceKey(KEY)
                                                .destinationBucket(own)
                                                .destinationKey("stolen"))),
                refused(
                        "CopyObject",
                        () -> {
                            s3.putObject(r -> r.bucket(own).key("mine"), body());
                            return s3.copyObject(r ->
                                    r.sourceBucket(own)
                                            .sourceKey("mine")
                                            .destinationBucket(BUCKET)
                                            .destinationKey(KEY));
                        }),
                refused(
                        "UploadPartCopy",
                        () -> {
                            String mine =
                                    s3.createMultipartUpload(r -> r.bucket(own).key("stolen"))
                                            .uploadId();
                            return s3.uploadPartCopy(r ->
                                    r.sourceBucket(BUCKET)
                                            .sourceKey(KEY)
                                            .destinationBucket(own)
                                            .destinationKey("stolen")
                                            .uploadId(mine)
                                            .partNumber(1));
                        }));
    }

    private List<Attempt> uploads() {
        return List.of(
                refused(
                        "CreateMultipartUpload",
                        () -> s3.createMultipartUpload(r -> r.bucket(BUCKET).key("x"))),
                refused(
                        "UploadPart",
                        () ->
                                s3.uploadPart(
                                        r ->
                                                r.bucket(BUCKET)
                                                        .key(KEY)
                                                        .uploadId(uploadId)
                                                        .partNumber(1),
                                        body())),
                refused(
                        "ListParts",
                        () -> s3.listParts(r -> r.bucket(BUCKET).key(KEY).uploadId(uploadId))),
                refused(
                        "CompleteMultipartUpload",
                        () ->
                                s3.completeMultipartUpload(r ->
                                        r.bucket(BUCKET)
                                                .key(KEY)
                                                .uploadId(uploadId)
                                                .multipartUpload(u -> u.parts(PART)))),
                refused(
                        "AbortMultipartUpload",
                        () ->
                                s3.abortMultipartUpload(
                                        r -> r.bucket(BUCKET).key(KEY).uploadId(uploadId))),
                refused("CreateBucket", () -> s3.createBucket(r -> r.bucket(BUCKET))));
    }

    private static RequestBody body() {
        return RequestBody.fromString("overwritten");
    }
}
