package dev.moka.hub.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.S3Hub;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.StoreException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// What S3 refuses, and whom.
class RefusalsTest {
    private static final String BUCKET = "refusals-test";
    @TempDir static Path home;
    private static final HttpClient http = HttpClient.newHttpClient();
    private static S3Hub hub;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        hub = S3Hub.start(home);
        s3 = hub.ann;
        s3.createBucket(b -> b.bucket(BUCKET));
        s3.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.fromString("hello"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anotherAccountSeesAndChangesNothing() {
        S3Client bob = hub.bob;
        String upload = s3.createMultipartUpload(r -> r.bucket(BUCKET).key("u")).uploadId();
        bob.createBucket(r -> r.bucket("bobs-own"));
        List<ThrowingCallable> calls =
                List.of(
                        () -> bob.headBucket(r -> r.bucket(BUCKET)),
                        () -> bob.listObjectsV2(r -> r.bucket(BUCKET)),
                        () -> bob.listObjects(r -> r.bucket(BUCKET)),
                        () -> bob.getObject(r -> r.bucket(BUCKET).key("k")),
                        () -> bob.headObject(r -> r.bucket(BUCKET).key("k")),
                        () -> bob.putObject(r -> r.bucket(BUCKET).key("k"), RequestBody.empty()),
                        () -> bob.deleteObject(r -> r.bucket(BUCKET).key("k")),
                        () -> bob.deleteObjects(r -> r.bucket(BUCKET).delete(delete("k"))),
                        () -> bob.getObjectTagging(r -> r.bucket(BUCKET).key("k")),
                        () -> bob.getBucketTagging(r -> r.bucket(BUCKET)),
                        () -> bob.deleteBucketTagging(r -> r.bucket(BUCKET)),
                        () -> bob.getBucketLocation(r -> r.bucket(BUCKET)),
                        () -> bob.getBucketAcl(r -> r.bucket(BUCKET)),
                        () -> bob.getBucketCors(r -> r.bucket(BUCKET)),
                        () -> bob.deleteBucketCors(r -> r.bucket(BUCKET)),
                        () -> bob.deleteBucket(r -> r.bucket(BUCKET)),
                        () -> bob.createMultipartUpload(r -> r.bucket(BUCKET).key("x")),
                        () -> bob.listMultipartUploads(r -> r.bucket(BUCKET)),
                        () -> bob.listParts(r -> r.bucket(BUCKET).key("u").uploadId(upload)),
                        () ->
                                bob.uploadPart(
                                        r ->
                                                r.bucket(BUCKET)
                                                        .key("u")
                                                        .uploadId(upload)
                                                        .partNumber(1),
                                        RequestBody.empty()),
                        () ->
                                bob.abortMultipartUpload(
                                        r -> r.bucket(BUCKET).key("u").uploadId(upload)),
                        () ->
                                bob.copyObject(r ->
                                        r.sourceBucket(BUCKET)
                                                .sourceKey("k")
                                                .destinationBucket("bobs-own")
                                                .destinationKey("k")));
        calls.forEach(call -> refused(403, call));
        assertThat(bob.listBuckets().buckets())
                .extracting(b -> b.name())
                .contains("bobs-own")
                .doesNotContain(BUCKET);
        refused(409, () -> bob.createBucket(r -> r.bucket(BUCKET)));
        refused(409, () -> bob.createBucket(r -> r.bucket("sagemaker-us-east-1-111122223333")));
        s3.abortMultipartUpload(r -> r.bucket(BUCKET).key("u").uploadId(upload));
    }

    @Test
    void theDefaultBucketIsThere() {
        assertThat(s3.listBuckets().buckets())
                .extracting(b -> b.name())
                .anyMatch(name -> name.matches("sagemaker-us-east-1-\\d{12}"));
    }

    @Test
    void namesOfBucketsFollowTheRules() {
        for (String name : List.of("ab", "UPPER", "a..b", "192.168.1.1", "-a-b", "xn--abc")) {
            assertThatThrownBy(() -> new BucketName(name)).isInstanceOf(StoreException.class);
        }
        refusedWith("NoSuchBucket", () -> s3.listObjectsV2(r -> r.bucket("no-such-bucket-here")));
        refusedWith("BucketNotEmpty", () -> s3.deleteBucket(r -> r.bucket(BUCKET)));
    }

    @Test
    void whatIsMissingIsNamed() {
        refusedWith("NotImplemented", () -> s3.getBucketPolicy(r -> r.bucket(BUCKET)));
        refusedWith(
                "NotImplemented", () -> s3.getBucketLifecycleConfiguration(r -> r.bucket(BUCKET)));
        refusedWith(
                "NotImplemented",
                () ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("e").serverSideEncryption("aws:kms"),
                                RequestBody.empty()));
        assertThatThrownBy(() -> s3.getBucketWebsite(r -> r.bucket(BUCKET)))
                .hasMessageContaining("Static website hosting");
    }

    @Test
    void tooMuchIsRefused() {
        refusedWith(
                "MetadataTooLarge",
                () ->
                        s3.putObject(
                                r ->
                                        r.bucket(BUCKET)
                                                .key("m")
                                                .metadata(Map.of("a", "x".repeat(2048))),
                                RequestBody.empty()));
        List<ObjectIdentifier> many =
                IntStream.range(0, 10_000)
                        .mapToObj(n -> ObjectIdentifier.builder().key("d" + n).build())
                        .toList();
        refusedWith(
                "MalformedXML",
                () ->
                        s3.deleteObjects(r ->
                                r.bucket(BUCKET).delete(Delete.builder().objects(many).build())));
        List<Tag> tags =
                IntStream.range(0, 11)
                        .mapToObj(n -> Tag.builder().key("t" + n).value("v").build())
                        .toList();
        refusedWith(
                "BadRequest",
                () ->
                        s3.putObjectTagging(r ->
                                r.bucket(BUCKET)
                                        .key("k")
                                        .tagging(Tagging.builder().tagSet(tags).build())));
    }

    @Test
    void theExpectedOwnerIsHonoured() {
        refused(
                403,
                () ->
                        s3.getObject(r ->
                                r.bucket(BUCKET).key("k").expectedBucketOwner("111122223333")));
    }

    @Test
    void anAddressThatWasSignedWorksAloneAndOnlyAsItWasSigned() throws Exception {
        try (S3Presigner presigner = hub.presigner()) {
            String url =
                    presigner
                            .presignGetObject(p ->
                                    p.signatureDuration(Duration.ofMinutes(5))
                                            .getObjectRequest(g ->
                                                    g.bucket(BUCKET)
                                                            .key("k")
                                                            .responseContentType("x/y")))
                            .url()
                            .toString();
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url)));
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("Content-Type")).contains("x/y");
            URI other = URI.create(url.replace("/k?", "/other?"));
            assertThat(send(HttpRequest.newBuilder(other)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void strangersGetNothingButWhatCorsRulesSay() throws Exception {
        URI object = URI.create(hub.hub.awsAddress() + "/" + BUCKET + "/k");
        assertThat(send(HttpRequest.newBuilder(object)).body())
                .contains("<Code>AccessDenied</Code>");
        assertThat(preflight(object, "http://page.example").statusCode()).isEqualTo(403);
        s3.putBucketCors(r ->
                r.bucket(BUCKET)
                        .corsConfiguration(c ->
                                c.corsRules(
                                        CORSRule.builder()
                                                .allowedOrigins("http://*.example")
                                                .allowedMethods("GET")
                                                .allowedHeaders("*")
                                                .exposeHeaders("ETag")
                                                .maxAgeSeconds(60)
                                                .build())));
        HttpResponse<String> allowed = preflight(object, "http://page.example");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("http://page.example");
        assertThat(allowed.headers().firstValue("Access-Control-Max-Age")).contains("60");
        assertThat(preflight(object, "http://other.test").statusCode()).isEqualTo(403);
        assertThat(
                        send(HttpRequest.newBuilder(object).header("Origin", "http://page.example"))
                                .headers()
                                .firstValue("Access-Control-Expose-Headers"))
                .contains("ETag");
        s3.deleteBucketCors(r -> r.bucket(BUCKET));
        refusedWith("NoSuchCORSConfiguration", () -> s3.getBucketCors(r -> r.bucket(BUCKET)));
    }

    @Test
    void refusedPutsLeaveNoFile() throws Exception {
        long before = files();
        refusedWith(
                "BadDigest",
                () ->
                        s3.putObject(
                                r ->
                                        r.bucket(BUCKET)
                                                .key("bad")
                                                .checksumSHA256("x".repeat(43) + "="),
                                RequestBody.fromString("hello")));
        refused(
                412,
                () ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("k").ifNoneMatch("*"),
                                RequestBody.fromString("other")));
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws Exception {
        try (Stream<Path> all = Files.walk(home.resolve("objects"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static Delete delete(String... keys) {
        List<ObjectIdentifier> objects = new ArrayList<>();
        for (String key : keys) {
            objects.add(ObjectIdentifier.builder().key(key).build());
        }
        return Delete.builder().objects(objects).build();
    }

    private static HttpResponse<String> preflight(URI uri, String origin) throws Exception {
        return send(
                HttpRequest.newBuilder(uri)
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "GET")
                        .header("Access-Control-Request-Headers", "x-amz-date, authorization"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(
                request.timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    private static void refusedWith(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
}
