package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Blobs;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.ContentPlan;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.WriteCondition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class ObjectDurabilityTest {
    private static final int ROUNDS = 20;
    private static final int WRITERS = 4;
    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final BucketName BUCKET = new BucketName("durable");

    @TempDir Path folder;

    @Test
    @Timeout(300)
    void afterKillMinusNineAnObjectIsTheOldOrTheNewOneAndNothingElseIsLeft() throws Exception {
        Random random = new Random(11);
        Map<String, Long> acknowledged = new HashMap<>();
        long last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            last = writeUntilKilled(acknowledged, last, 3 + random.nextInt(120));
            check(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(WRITERS);
    }

    /// Each line is a key and the version that is on the disk since.
    private long writeUntilKilled(Map<String, Long> acknowledged, long from, int enough)
            throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                folder.toString(),
                                Long.toString(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long highest = from;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int read = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                long version = Long.parseLong(words[1]);
                acknowledged.merge(words[0], version, Math::max);
                highest = Math.max(highest, version);
                if (++read == enough) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return highest + 10_000;
    }

    private void check(Map<String, Long> acknowledged) throws IOException {
        try (Database database = Sqlite.open(folder.resolve("moka.db"))) {
            Store store = new Store(database, folder);
            store.blobs.sweep();
            Bucket bucket = store.buckets.require(ACCOUNT, BUCKET);
            List<StoredObject> present =
                    new Listings(store.rows).list(bucket, "", "", null, 1000).objects();
            for (StoredObject object : present) {
                long version = version(store, object);
                assertThat(version)
                        .describedAs(object.key().value())
                        .isGreaterThanOrEqualTo(
                                acknowledged.getOrDefault(object.key().value(), 0L));
            }
            assertThat(present.stream().map(o -> o.key().value()))
                    .containsAll(acknowledged.keySet());
            try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
                assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(present);
            }
        }
    }

    /// Checks that the content is whole and gives the version that it is.
    private static long version(Store store, StoredObject object) throws IOException {
        try (var content = store.objects.open(object);
                var stream = content.stream()) {
            byte[] bytes = stream.readAllBytes();
            long version = ByteBuffer.wrap(bytes).getLong();
            assertThat(bytes).isEqualTo(content(version));
            return version;
        }
    }

    private static byte[] content(long version) {
        Random random = new Random(version);
        byte[] bytes = new byte[random.nextInt(10) == 0 ? 600_000 : 8 + random.nextInt(8000)];
        random.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putLong(version);
        return bytes;
    }

    /// The object store as a hub has it.
    private record Store(JdbiObjects rows, Blobs blobs, Buckets buckets, StoredObjects objects) {

        Store(Database database, Path folder) {
            this(database, new JdbiObjects(database), folder);
        }

        private Store(Database database, JdbiObjects rows, Path folder) {
            this(
                    database,
                    rows,
                    new Blobs(
                            folder.resolve("objects"),
                            rows,
                            new SecureRandom(),
                            Thread.ofVirtual().factory()));
        }

        private Store(Database database, JdbiObjects rows, Blobs blobs) {
            this(
                    rows,
                    blobs,
                    new Buckets(new JdbiBuckets(database), blobs, "us-east-1", Clock.systemUTC()),
                    new StoredObjects(rows, new JdbiUploads(database), blobs, Clock.systemUTC()));
        }
    }

    /// Puts and replaces objects for ever, each writer its own few, and says what is done.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            long from = Long.parseLong(arguments[1]);
            Store store = new Store(Sqlite.open(folder.resolve("moka.db")), folder);
            try {
                store.buckets.create(ACCOUNT, BUCKET, Map.of());
            } catch (StoreException e) {
                // Made in an earlier round.
            }
            Bucket bucket = store.buckets.require(ACCOUNT, BUCKET);
            for (int n = 1; n < WRITERS; n++) {
                int writer = n;
                Thread.ofPlatform().start(() -> write(store, bucket, from, writer));
            }
            write(store, bucket, from, 0);
        }

        private static void write(Store store, Bucket bucket, long from, int writer) {
            for (long n = from + 1 + writer; ; n += WRITERS) {
                String key = "w%d-%d".formatted(writer, n / WRITERS % 3);
                byte[] bytes = content(n);
                try {
                    store.objects.put(
                            bucket,
                            new ObjectKey(key),
                            StoredObjects.Labels.NONE,
                            new ByteArrayInputStream(bytes),
                            ContentPlan.ofLength(bytes.length),
                            WriteCondition.NONE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                System.out.println(key + " " + n);
            }
        }
    }
}
