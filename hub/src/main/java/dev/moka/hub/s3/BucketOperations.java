package dev.moka.hub.s3;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.StoreError;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Buckets themselves.
final class BucketOperations {
    private static final int MOST_BUCKETS = 10_000;
    private static final String OLDEST_REGION = "us-east-1";

    private final Buckets buckets;
    private final XmlBody bodies;

    BucketOperations(Buckets buckets, XmlBody bodies) {
        this.buckets = buckets;
        this.bodies = bodies;
    }

    void addTo(Operations table) {
        table.add("ListBuckets", "GET", Level.SERVICE, this::list)
                .add("CreateBucket", "PUT", Level.BUCKET, this::create)
                .add("DeleteBucket", "DELETE", Level.BUCKET, this::delete)
                .add("HeadBucket", "HEAD", Level.BUCKET, this::head)
                .add("GetBucketLocation", "GET", Level.BUCKET, "location", this::location)
                .add("GetBucketVersioning", "GET", Level.BUCKET, "versioning", this::versioning)
                .add("GetBucketAcl", "GET", Level.BUCKET, "acl", this::acl)
                .add("PutBucketAcl", "PUT", Level.BUCKET, "acl", this::setAcl);
    }

    private void list(Call call) throws IOException {
        AccountId account = call.request().principal().account();
        String prefix = call.parameter("prefix").orElse("");
        String after = call.parameter("continuation-token").map(Tokens::text).orElse("");
        int limit = call.number("max-buckets", MOST_BUCKETS, 1, MOST_BUCKETS);
        List<Bucket> all =
                buckets.list(account).stream()
                        .filter(bucket -> bucket.name().value().startsWith(prefix))
                        .filter(bucket -> bucket.name().value().compareTo(after) > 0)
                        .toList();
        List<Bucket> page = all.subList(0, Math.min(limit, all.size()));
        call.xml(
                Xml.of(
                        "ListAllMyBucketsResult",
                        xml -> {
                            Owners.write(xml, "Owner", account);
                            xml.open("Buckets", x -> page.forEach(b -> write(x, b)));
                            if (page.size() < all.size()) {
                                xml.add(
                                        "ContinuationToken",
                                        Tokens.of(page.getLast().name().value()));
                            }
                            xml.add("Prefix", call.parameter("prefix").orElse(null));
                        }));
    }

    private static void write(Xml xml, Bucket bucket) {
        xml.open(
                "Bucket",
                x ->
                        x.add("Name", bucket.name())
                                .add("CreationDate", bucket.createdAt())
                                .add("BucketRegion", bucket.region()));
    }

    private void create(Call call) throws IOException {
        AccountId account = call.request().principal().account();
        Unsupported.refuseBucketHeaders(call);
        Optional<Element> root = bodies.readOptional(call.request(), "CreateBucketConfiguration");
        root.flatMap(r -> r.text("LocationConstraint")).ifPresent(this::requireRegion);
        Map<String, String> tags =
                root.flatMap(r -> r.child("Tags"))
                        .map(tagSet -> Tags.of(tagSet, Tags.MOST_OF_BUCKET))
                        .orElse(Map.of());
        try {
            buckets.create(account, call.bucketName(), tags);
        } catch (StoreException e) {
            // Where S3 is oldest, making one's own bucket again is no error.
            if (e.error() != StoreError.BUCKET_ALREADY_OWNED
                    || !buckets.region().equals(OLDEST_REGION)) {
                throw e;
            }
        }
        call.response().header("Location", "/" + call.target().bucket());
        call.empty(200);
    }

    private void requireRegion(String constraint) {
        if (!constraint.isEmpty() && !constraint.equals(buckets.region())) {
            throw S3Errors.error(
                    400,
                    "IllegalLocationConstraintException",
                    ("The %s location constraint is incompatible for the region specific endpoint"
                                    + " this request was sent to: this one is %s")
                            .formatted(constraint, buckets.region()));
        }
    }

    private void delete(Call call) throws IOException {
        buckets.delete(call.bucket());
        call.empty(204);
    }

    private void head(Call call) throws IOException {
        Bucket bucket = call.bucket();
        call.response().header("x-amz-bucket-region", bucket.region());
        call.response().header("x-amz-access-point-alias", "false");
        call.response().header("Content-Type", "application/xml");
        call.empty(200);
    }

    private void location(Call call) throws IOException {
        String region = call.bucket().region();
        call.xml(
                Xml.of(
                        "LocationConstraint",
                        xml -> xml.text(region.equals(OLDEST_REGION) ? "" : region)));
    }

    private void versioning(Call call) throws IOException {
        call.bucket();
        call.xml(Xml.of("VersioningConfiguration", _ -> {}));
    }

    private void acl(Call call) throws IOException {
        Acls.write(call, call.bucket().account());
    }

    private void setAcl(Call call) throws IOException {
        call.bucket();
        Acls.requirePrivate(call);
        if (call.header("x-amz-acl").isEmpty()) {
            throw S3Errors.error(
                    400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
        Bodies.drain(call.request());
        call.empty(200);
    }
}
