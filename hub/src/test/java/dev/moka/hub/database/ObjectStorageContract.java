package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.Content;
import dev.moka.hub.objects.CorsRule;
import dev.moka.hub.objects.Keys;
import dev.moka.hub.objects.Listing;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.Upload;
import dev.moka.hub.objects.WriteCondition;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// What the stores of buckets, objects and uploads promise, on whichever database.
abstract class ObjectStorageContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private JdbiBuckets buckets;
    private JdbiObjects objects;
    private JdbiUploads uploads;
    private Bucket bucket;

    abstract Database database();

    @BeforeEach
    void aBucket() {
        buckets = new JdbiBuckets(database());
        objects = new JdbiObjects(database());
        uploads = new JdbiUploads(database());
        BucketName name = new BucketName("contract-" + NUMBERS.incrementAndGet());
        bucket = new Bucket(name, ACCOUNT, "us-east-1", NOW, Map.of("a", "b"), List.of());
        assertThat(buckets.insert(bucket)).isTrue();
    }

    @Test
    void aBucketKeepsWhatIsSetAndItsNameIsTakenOnce() {
        assertThat(buckets.insert(bucket)).isFalse();
        assertThat(buckets.find(bucket.name())).contains(bucket);
        CorsRule rule =
                new CorsRule("r", List.of("*"), List.of("GET"), List.of(), List.of("ETag"), 60);
        buckets.setCors(bucket.name(), List.of(rule));
        buckets.setTags(bucket.name(), Map.of());
        assertThat(buckets.find(bucket.name()).orElseThrow().cors()).containsExactly(rule);
        assertThat(buckets.find(bucket.name()).orElseThrow().tags()).isEmpty();
        assertThat(buckets.list(ACCOUNT)).extracting(Bucket::name).contains(bucket.name());
    }

    @Test
    void anObjectIsKeptWhole() {
        StoredObject object = object("k", "c1");
        assertThat(objects.put(object, WriteCondition.NONE)).isEmpty();

        assertThat(objects.find(bucket.name(), new ObjectKey("k"))).contains(object);
        assertThat(objects.setTags(bucket.name(), object.key(), Map.of("t", "u"))).isTrue();
        assertThat(objects.find(bucket.name(), object.key()).orElseThrow().tags())
                .containsEntry("t", "u");
        assertThat(objects.setTags(bucket.name(), new ObjectKey("none"), Map.of())).isFalse();
        assertThat(buckets.delete(bucket.name())).isEmpty();
    }

    @Test
    void whatIsReplacedOrDeletedGivesItsBlob() {
        objects.put(object("k", id("r1")), WriteCondition.NONE);

        assertThat(objects.put(object("k", id("r2")), WriteCondition.NONE))
                .containsExactly(id("r1"));
        assertThat(objects.referenced(List.of(id("r1"), id("r2")))).containsExactly(id("r2"));
        assertThat(objects.delete(bucket.name(), List.of(new ObjectKey("k"), new ObjectKey("l"))))
                .containsExactly(id("r2"));
        assertThat(buckets.delete(bucket.name())).contains(List.of());
    }

    @Test
    void conditionsHoldAgainstWhatIsThere() {
        WriteCondition absent = new WriteCondition(null, true);
        objects.put(object("k", id("a")), absent);

        assertThatThrownBy(() -> objects.put(object("k", id("b")), absent))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(
                        () -> objects.put(object("none", id("c")), new WriteCondition("e", false)))
                .isInstanceOf(StoreException.class);
        objects.put(object("k", id("d")), new WriteCondition("etag", false));
        assertThat(objects.find(bucket.name(), new ObjectKey("k")).orElseThrow().content().id())
                .isEqualTo(id("d"));
    }

    @Test
    void ofManyWhoWantToBeFirstOneIs() throws Exception {
        WriteCondition absent = new WriteCondition(null, true);
        List<Callable<Boolean>> all =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(n ->
                                () -> {
                                    try {
                                        objects.put(object("race", id("race" + n)), absent);
                                        return true;
                                    } catch (StoreException e) {
                                        return false;
                                    }
                                })
                        .toList();
        int won = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                won += one.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        List<Callable<List<String>>> all =
                IntStream.range(0, 64)
                        .<Callable<List<String>>>mapToObj(n ->
                                () ->
                                        objects.put(
                                                object("w" + n % 8, id("w" + n)),
                                                WriteCondition.NONE))
                        .toList();
        List<String> freed = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> one : threads.invokeAll(all)) {
                freed.addAll(one.get());
            }
        }
        assertThat(freed).hasSize(56).doesNotHaveDuplicates();
        assertThat(list("", "", 100).objects()).hasSize(8);
    }

    @Test
    void keysAreSortedAsTheirBytes() {
        List<String> keys =
                List.of("B", "a", "a\u0000", "a\u0001", "a/", "a/b", "ä", "\uFFFD", "😀");
        List.of(5, 0, 8, 2, 7, 1, 3, 6, 4)
                .forEach(n -> objects.put(object(keys.get(n), id("s" + n)), WriteCondition.NONE));

        assertThat(list("", "", 100).objects())
                .extracting(o -> o.key().value())
                .containsExactlyElementsOf(keys);
        assertThat(list("a", "", 100).objects()).hasSize(5);
        assertThat(
                        objects.total(
                                        bucket.name(),
                                        "a".getBytes(StandardCharsets.UTF_8),
                                        Keys.afterAllOf("a"))
                                .objects())
                .isEqualTo(5);
    }

    @Test
    void aListingRollsUpAndGoesOnFromPageToPage() {
        for (int n = 0; n < 300; n++) {
            objects.put(object("p/x/%03d".formatted(n), id("lx" + n)), WriteCondition.NONE);
        }
        objects.put(object("p/a", id("la")), WriteCondition.NONE);
        objects.put(object("p/z", id("lz")), WriteCondition.NONE);
        objects.put(object("p/y/1", id("ly")), WriteCondition.NONE);

        Listing all = list("p/", "/", 10);
        assertThat(all.commonPrefixes()).containsExactly("p/x/", "p/y/");
        assertThat(all.objects()).extracting(o -> o.key().value()).containsExactly("p/a", "p/z");
        assertThat(all.next()).isEmpty();
        List<String> seen = new ArrayList<>();
        Optional<Listing.Cursor> next = Optional.empty();
        do {
            Listing page = new Listings(objects).list(bucket, "p/", "/", next.orElse(null), 1);
            page.objects().forEach(o -> seen.add(o.key().value()));
            seen.addAll(page.commonPrefixes());
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).containsExactly("p/a", "p/x/", "p/y/", "p/z");
    }

    @Test
    void anUploadBecomesAnObjectOfItsPartsOnce() {
        Upload upload = upload("u" + NUMBERS.incrementAndGet());
        uploads.insert(upload);
        assertThat(uploads.find(bucket.name(), upload.key(), upload.id())).contains(upload);
        assertThat(uploads.putPart(upload.id(), part(1, "u1"))).contains(List.of());
        assertThat(uploads.putPart(upload.id(), part(1, "u1b"))).contains(List.of(id("u1")));
        uploads.putPart(upload.id(), part(2, "u2"));
        uploads.putPart(upload.id(), part(3, "u3"));
        StoredObject object = object(upload.key().value(), new Content(upload.id(), 2));

        assertThat(uploads.complete(upload, List.of(1, 3), object, WriteCondition.NONE))
                .contains(List.of(id("u2")));
        assertThat(uploads.complete(upload, List.of(1, 3), object, WriteCondition.NONE)).isEmpty();
        assertThat(uploads.putPart(upload.id(), part(4, "u4"))).isEmpty();
        assertThat(uploads.parts(upload.id(), 0, 10))
                .extracting(Part::number)
                .containsExactly(1, 3);
        assertThat(objects.referenced(List.of(id("u1b"), id("u2")))).containsExactly(id("u1b"));
        assertThat(objects.delete(bucket.name(), List.of(upload.key())))
                .containsExactlyInAnyOrder(id("u1b"), id("u3"));
    }

    @Test
    void aBucketGoesWithItsUnfinishedUploads() {
        Upload upload = upload("v" + NUMBERS.incrementAndGet());
        uploads.insert(upload);
        uploads.putPart(upload.id(), part(1, "v1"));
        assertThat(uploads.list(bucket.name(), new byte[0], null, "", 10)).containsExactly(upload);

        assertThat(buckets.delete(bucket.name())).contains(List.of(id("v1")));
        assertThatThrownBy(() -> objects.put(object("k", id("late")), WriteCondition.NONE))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aCopySharesTheBlobOfAnObjectThatIsStillSo() {
        StoredObject source = object("from", id("shared"));
        objects.put(source, WriteCondition.NONE);

        assertThat(objects.putSharing(object("to", id("shared")), source, WriteCondition.NONE))
                .contains(List.of());
        objects.put(object("from", id("other")), WriteCondition.NONE);
        assertThat(objects.putSharing(object("to2", id("shared")), source, WriteCondition.NONE))
                .isEmpty();
        assertThat(objects.referenced(List.of(id("shared")))).containsExactly(id("shared"));
    }

    private Listing list(String prefix, String delimiter, int limit) {
        return new Listings(objects).list(bucket, prefix, delimiter, null, limit);
    }

    private String id(String name) {
        return bucket.name() + "-" + name;
    }

    private Upload upload(String id) {
        return new Upload(
                id,
                bucket.name(),
                new ObjectKey("uploaded"),
                NOW,
                ChecksumAlgorithm.CRC32,
                Checksum.Type.COMPOSITE,
                ObjectMetadata.NONE,
                Map.of());
    }

    private Part part(int number, String blob) {
        return new Part(number, id(blob), 5, "etag", "sum", NOW);
    }

    private StoredObject object(String key, String blob) {
        return object(key, Content.ofBlob(blob));
    }

    private StoredObject object(String key, Content content) {
        return new StoredObject(
                bucket.name(),
                new ObjectKey(key),
                content,
                7,
                "etag",
                NOW,
                Checksum.ofWhole(ChecksumAlgorithm.CRC32C, "AAAA"),
                new ObjectMetadata(Map.of("content-type", "x/y"), Map.of("m", "n")),
                Map.of("t", "1"));
    }
}
