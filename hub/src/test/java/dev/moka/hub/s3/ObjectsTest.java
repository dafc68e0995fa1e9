package dev.moka.hub.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.S3Hub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ObjectsTest {
    private static final String BUCKET = "objects-test";
    @TempDir static Path home;
    private static S3Hub hub;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        hub = S3Hub.start(home);
        s3 = hub.ann;
        s3.createBucket(b -> b.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anObjectComesBackAsItWentWithEverythingThatWasSaidOfIt() {
        s3.putObject(
                r ->
                        r.bucket(BUCKET)
                                .key("a/b.txt")
                                .contentType("text/plain")
                                .cacheControl("no-cache")
                                .contentEncoding("gzip")
                                .metadata(Map.of("colour", "green")),
                RequestBody.fromString("hello"));

        ResponseBytes<GetObjectResponse> got =
                s3.getObjectAsBytes(
                        r -> r.bucket(BUCKET).key("a/b.txt").checksumMode(ChecksumMode.ENABLED));
        assertThat(got.asUtf8String()).isEqualTo("hello");
        assertThat(got.response().eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(got.response().contentType()).isEqualTo("text/plain");
        assertThat(got.response().contentEncoding()).isEqualTo("gzip");
        assertThat(got.response().cacheControl()).isEqualTo("no-cache");
        assertThat(got.response().metadata()).containsExactly(Map.entry("colour", "green"));
        assertThat(got.response().checksumCRC32()).isEqualTo("NhCmhg==");
        HeadObjectResponse head = s3.headObject(r -> r.bucket(BUCKET).key("a/b.txt"));
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.checksumCRC32()).isNull();
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket(BUCKET).key("none")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void everyChecksumIsVerifiedKeptAndReturned() {
        for (ChecksumAlgorithm algorithm :
                List.of(
                        ChecksumAlgorithm.CRC32,
                        ChecksumAlgorithm.CRC32_C,
                        ChecksumAlgorithm.SHA1,
                        ChecksumAlgorithm.SHA256)) {
            String key = "checked-" + algorithm;
            s3.putObject(
                    r -> r.bucket(BUCKET).key(key).checksumAlgorithm(algorithm),
                    RequestBody.fromString("hello"));
            assertThat(
                            s3.getObjectAsBytes(r ->
                                            r.bucket(BUCKET)
                                                    .key(key)
                                                    .checksumMode(ChecksumMode.ENABLED))
                                    .asUtf8String())
                    .isEqualTo("hello");
        }
        s3.putObject(
                r -> r.bucket(BUCKET).key("nvme").checksumCRC64NVME("M3eFcAZSQlc="),
                RequestBody.fromString("hello"));
        assertThatThrownBy(() ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("wrong").checksumCRC32("AAAAAA=="),
                                RequestBody.fromString("hello")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(code(e)).isEqualTo("BadDigest"));
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket(BUCKET).key("wrong")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void anyTextIsAKeyAndNoneIsAPath() {
        List<String> keys =
                List.of(
                        "k/",
                        "k//",
                        "k/.",
                        "k/..",
                        "k/../x",
                        "k/a#b",
                        "k/a%2Fb",
                        "k/a b+c",
                        "k/ä€😀",
                        "k/a",
                        "k/a/b",
                        "k/?x=1&y",
                        "k/" + "x".repeat(1022));
        for (String key : keys) {
            s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(key));
        }
        assertThat(
                        s3
                                .listObjectsV2Paginator(
                                        r -> r.bucket(BUCKET).prefix("k/").maxKeys(3))
                                .contents()
                                .stream()
                                .map(S3Object::key))
                .containsExactlyInAnyOrderElementsOf(keys)
                .isSortedAccordingTo((a, b) ->
                        java.util.Arrays.compareUnsigned(
                                a.getBytes(StandardCharsets.UTF_8),
                                b.getBytes(StandardCharsets.UTF_8)));
        for (String key : keys) {
            assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key(key)).asUtf8String())
                    .isEqualTo(key);
        }
        assertThatThrownBy(() ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("x".repeat(1025)), RequestBody.empty()))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(code(e)).isEqualTo("KeyTooLongError"));
    }

    @Test
    void rangesAreAnsweredAsS3Does() {
        s3.putObject(r -> r.bucket(BUCKET).key("range"), RequestBody.fromString("0123456789"));

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-3")).isEqualTo("789");
        assertThat(range("bytes=5-500")).isEqualTo("56789");
        assertThat(range("bytes=0-1,3-4")).isEqualTo("0123456789");
        assertThatThrownBy(() -> range("bytes=10-"))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(416);
                            assertThat(code(e)).isEqualTo("InvalidRange");
                        });
    }

    @Test
    void conditionsGuardReadsAndWrites() {
        String etag =
                s3.putObject(r -> r.bucket(BUCKET).key("c"), RequestBody.fromString("1")).eTag();

        refused(412, () -> s3.getObject(r -> r.bucket(BUCKET).key("c").ifMatch("\"x\"")));
        refused(304, () -> s3.getObject(r -> r.bucket(BUCKET).key("c").ifNoneMatch(etag)));
        refused(
                412,
                () ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("c").ifNoneMatch("*"),
                                RequestBody.fromString("2")));
        s3.putObject(r -> r.bucket(BUCKET).key("c").ifMatch(etag), RequestBody.fromString("2"));
        refused(
                412,
                () ->
                        s3.putObject(
                                r -> r.bucket(BUCKET).key("c").ifMatch(etag),
                                RequestBody.fromString("3")));
    }

    @Test
    void copiesKeepOrReplaceWhatIsSaidOfThem() {
        s3.putObject(
                r -> r.bucket(BUCKET).key("from ä").metadata(Map.of("a", "1")).tagging("t=1"),
                RequestBody.fromString("copied"));
        s3.copyObject(r ->
                r.sourceBucket(BUCKET)
                        .sourceKey("from ä")
                        .destinationBucket(BUCKET)
                        .destinationKey("to"));
        s3.copyObject(r ->
                r.sourceBucket(BUCKET)
                        .sourceKey("from ä")
                        .destinationBucket(BUCKET)
                        .destinationKey("to2")
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType("text/x")
                        .metadata(Map.of("b", "2")));
        s3.deleteObject(r -> r.bucket(BUCKET).key("from ä"));

        assertThat(s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("to")).asUtf8String())
                .isEqualTo("copied");
        assertThat(s3.headObject(r -> r.bucket(BUCKET).key("to")).metadata())
                .containsExactly(Map.entry("a", "1"));
        assertThat(s3.getObjectTagging(r -> r.bucket(BUCKET).key("to")).tagSet()).hasSize(1);
        HeadObjectResponse replaced =
                s3.headObject(r -> r.bucket(BUCKET).key("to2").checksumMode(ChecksumMode.ENABLED));
        assertThat(replaced.metadata()).containsExactly(Map.entry("b", "2"));
        assertThat(replaced.checksumSHA256()).isNotNull();
    }

    @Test
    void aMultipartUploadBecomesAnObjectOfItsParts() {
        byte[] five = new byte[5 * 1024 * 1024];
        String id =
                s3.createMultipartUpload(r ->
                                r.bucket(BUCKET)
                                        .key("big")
                                        .checksumAlgorithm(ChecksumAlgorithm.CRC32))
                        .uploadId();
        UploadPartResponse one = part("big", id, 1, five);
        UploadPartResponse two = part("big", id, 2, "tail".getBytes(StandardCharsets.UTF_8));
        assertThat(s3.listParts(r -> r.bucket(BUCKET).key("big").uploadId(id).maxParts(1)).parts())
                .hasSize(1);
        assertThat(s3.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).hasSize(1);
        assertThatThrownBy(() ->
                        s3.completeMultipartUpload(r ->
                                r.bucket(BUCKET)
                                        .key("big")
                                        .uploadId(id)
                                        .multipartUpload(m ->
                                                m.parts(completed(2, two), completed(1, one)))))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(code(e)).isEqualTo("InvalidPartOrder"));
        String etag =
                s3.completeMultipartUpload(r ->
                                r.bucket(BUCKET)
                                        .key("big")
                                        .uploadId(id)
                                        .multipartUpload(
                                                m -> m.parts(completed(1, one), completed(2, two))))
                        .eTag();

        assertThat(etag).endsWith("-2\"");
        ResponseBytes<GetObjectResponse> got =
                s3.getObjectAsBytes(
                        r -> r.bucket(BUCKET).key("big").checksumMode(ChecksumMode.ENABLED));
        assertThat(got.asByteArray()).hasSize(five.length + 4);
        assertThat(got.response().checksumCRC32()).endsWith("-2");
        assertThat(
                        s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("big").partNumber(2))
                                .asUtf8String())
                .isEqualTo("tail");
        assertThat(
                        s3.getObjectAsBytes(r ->
                                        r.bucket(BUCKET).key("big").range("bytes=5242878-5242881"))
                                .asByteArray())
                .containsExactly(0, 0, 't', 'a');
    }

    @Test
    void manyAreDeletedAtOnce() {
        for (int n = 0; n < 5; n++) {
            int number = n;
            s3.putObject(r -> r.bucket(BUCKET).key("d/" + number), RequestBody.fromString("x"));
        }
        s3.deleteObjects(r ->
                r.bucket(BUCKET)
                        .delete(
                                Delete.builder()
                                        .objects(
                                                ObjectIdentifier.builder().key("d/1").build(),
                                                ObjectIdentifier.builder().key("d/9").build())
                                        .build()));
        assertThat(s3.listObjectsV2(r -> r.bucket(BUCKET).prefix("d/").delimiter("/")).contents())
                .hasSize(4);
    }

    private static UploadPartResponse part(String key, String id, int number, byte[] bytes) {
        return s3.uploadPart(
                r ->
                        r.bucket(BUCKET)
                                .key(key)
                                .uploadId(id)
                                .partNumber(number)
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromBytes(bytes));
    }

    private static CompletedPart completed(int number, UploadPartResponse part) {
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(part.eTag())
                .checksumCRC32(part.checksumCRC32())
                .build();
    }

    private static String range(String range) {
        return s3.getObjectAsBytes(r -> r.bucket(BUCKET).key("range").range(range)).asUtf8String();
    }

    private static void refused(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails().errorCode();
    }
}
