package dev.moka.hub;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Principal;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.database.Database;
import dev.moka.hub.database.JdbiBuckets;
import dev.moka.hub.database.JdbiObjects;
import dev.moka.hub.database.JdbiUploads;
import dev.moka.hub.database.JdbiUsage;
import dev.moka.hub.database.Sqlite;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.host.HostReading;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.training.Channel;
import dev.moka.hub.training.JobLog;
import dev.moka.hub.training.JobSpecs;
import dev.moka.hub.training.JobStorage;
import dev.moka.hub.training.S3Uri;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobKey;
import dev.moka.hub.training.TrainingJobName;
import dev.moka.hub.training.TrainingJobSpec;
import dev.moka.hub.training.TrainingJobs;
import dev.moka.hub.training.TrainingPrograms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// Training jobs of one account, on a hub without its edges. The image `script` runs the shell
/// script that lies in the channel `code`.
final class JobsOfTests implements AutoCloseable {
    static final AccountId ACCOUNT = new AccountId("123456789012");
    static final S3Uri BUCKET = S3Uri.parse("s3://sagemaker-us-east-1-123456789012/");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long GIB = 1024L * 1024 * 1024;

    private final Path home;
    private final Database database;
    private final ObjectStorage storage;
    private final Changes changes = new Changes();
    private final HubTraining training;
    private final JobStorage objects;

    JobsOfTests(Path home, Path root) {
        this.home = home;
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        this.database = Sqlite.open(home.resolve("moka.db"));
        this.storage =
                new ObjectStorage(
                        home.resolve("objects"),
                        new JdbiBuckets(database),
                        new JdbiObjects(database),
                        new JdbiUploads(database),
                        "us-east-1",
                        new SecureRandom(),
                        clock);
        this.objects = HubTraining.objects(storage);
        storage.buckets.require(ACCOUNT, new BucketName(BUCKET.bucket()));
        TrainingPrograms builtIn = HubTraining.builtIn(root);
        this.training =
                new HubTraining(
                        new HubTraining.Parts(
                                home,
                                database,
                                InstanceTypes.load(),
                                new HostCapacity(
                                        () -> new HostReading(2, 8 * GIB, 8 * GIB, 0, GIB, GIB)),
                                changes,
                                objects,
                                new FileLog(home),
                                image ->
                                        image.equals("script")
                                                ? Optional.of(script())
                                                : builtIn.find(image),
                                "us-east-1",
                                clock));
        training.resume();
    }

    TrainingJobs jobs() {
        return training.jobs();
    }

    TrainingJob create(String name, TrainingJobSpec spec) {
        return jobs().create(principal(), new TrainingJobName(name), spec);
    }

    /// Creates a job that runs a script with the objects below `train/` as its data.
    TrainingJob run(String name, String script) throws IOException {
        put("code/" + name + "/train.sh", script);
        return create(name, spec(name));
    }

    TrainingJobSpec spec(String name) {
        return JobSpecs.of(
                "script",
                BUCKET.resolve("out"),
                Channel.of("code", BUCKET.resolve("code/" + name + "/train.sh"), null),
                Channel.of("train", BUCKET.resolve("train"), "text/csv"));
    }

    void put(String key, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        objects.store(ACCOUNT, BUCKET.resolve(key), new ByteArrayInputStream(bytes), bytes.length);
    }

    /// Brings an object into a file.
    Path get(S3Uri uri, Path file) throws IOException {
        objects.fetch(ACCOUNT, uri, file);
        return file;
    }

    List<String> keys(String prefix) {
        return objects.list(ACCOUNT, BUCKET.resolve(prefix)).stream()
                .map(JobStorage.S3Object::key)
                .toList();
    }

    TrainingJob ended(String name) throws Exception {
        return await(name, job -> job.state().isEnded());
    }

    TrainingJob await(String name, Predicate<TrainingJob> wanted) throws Exception {
        Semaphore changed = new Semaphore(0);
        try (var _ = changes.subscribe(_ -> true, _ -> changed.release())) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                TrainingJob job = jobs().describe(ACCOUNT, new TrainingJobName(name));
                if (wanted.test(job)) {
                    return job;
                }
                boolean _ = changed.tryAcquire(500, TimeUnit.MILLISECONDS);
            }
            throw new TimeoutException(
                    jobs().describe(ACCOUNT, new TrainingJobName(name)) + "\n" + log(name));
        }
    }

    /// Waits until a job has printed this.
    void awaitLine(String name, String text) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!log(name).contains(text)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(log(name));
            }
            boolean _ = new Semaphore(0).tryAcquire(20, TimeUnit.MILLISECONDS);
        }
    }

    String log(String name) throws IOException {
        Path file = home.resolve("log-" + name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    List<UsageRecord> usage(TrainingJob job) {
        return new JdbiUsage(database).ofInstance(job.id());
    }

    /// Waits until nothing lies on the disk for jobs that run.
    void awaitNothingLeftOver() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!leftOver().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(leftOver().toString());
            }
            boolean _ = new Semaphore(0).tryAcquire(20, TimeUnit.MILLISECONDS);
        }
    }

    private List<Path> leftOver() throws IOException {
        try (var files = Files.list(home.resolve("workloads"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
        }
    }

    @Override
    public void close() {
        training.close();
        storage.close();
        database.close();
    }

    private static Principal principal() {
        return new Principal(
                ACCOUNT,
                new Caller(new UserName("ann"), Role.USER),
                "arn:aws:iam::123456789012:user/ann",
                "AIDAANN",
                "AKIAANN",
                "AKIAANN");
    }

    private static TrainingPrograms.Image script() {
        return new TrainingPrograms.Image(
                "script",
                List.of(),
                _ ->
                        new TrainingPrograms.Program(
                                List.of(
                                        "/bin/sh",
                                        "-c",
                                        "cd $SAGEMAKER_BASE_DIR && exec sh"
                                                + " input/data/code/train.sh"),
                                Map.of(),
                                List.of()));
    }

    /// Lines in a file for each job.
    private record FileLog(Path home) implements JobLog {
        @Override
        public void append(TrainingJobKey job, String stream, List<Line> lines) {
            try {
                for (Line line : lines) {
                    Files.writeString(
                            home.resolve("log-" + job.name()),
                            line.text() + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
