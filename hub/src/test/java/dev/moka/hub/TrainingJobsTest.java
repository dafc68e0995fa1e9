package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.training.Channel;
import dev.moka.hub.training.JobSpecs;
import dev.moka.hub.training.JobState;
import dev.moka.hub.training.MetricPoint;
import dev.moka.hub.training.S3Uri;
import dev.moka.hub.training.StatusTransition;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobFilter;
import dev.moka.hub.training.TrainingJobName;
import dev.moka.hub.training.TrainingJobSpec;
import dev.moka.hub.training.TrainingJobSpec.Checkpoints;
import dev.moka.hub.training.TrainingJobSpec.Stopping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training jobs from data in S3 to a model in S3, with real programs.
class TrainingJobsTest {
    @TempDir Path home;
    private JobsOfTests hub;

    @BeforeEach
    void start() throws Exception {
        hub = new JobsOfTests(home, TestHub.ROOT);
        hub.put("train/a.csv", "1,2\n");
        hub.put("train/more/b.csv", "3,4\n");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void aJobTurnsDataInS3IntoAModelInS3() throws Exception {
        hub.run(
                "good",
                """
                cat input/data/train/a.csv input/data/train/more/b.csv >model/rows.csv
                cp input/config/hyperparameters.json model/
                printf '[0]\\ttrain-auc:0.5\\tvalidation-auc:0.7\\n[1]\\ttrain-auc:0.9\\tvalidation-auc:0.8\\n'
                echo job $TRAINING_JOB_NAME $GREETING
                """);

        TrainingJob job = hub.ended("good");

        assertThat(job.status()).as("%s%n%s", job, hub.log("good")).isEqualTo("Completed");
        assertThat(job.transitions())
                .extracting(StatusTransition::status)
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        S3Uri model = JobsOfTests.BUCKET.resolve("out/good/output/model.tar.gz");
        assertThat(job.artifact()).isEqualTo(model);
        Path unpacked = unpack(model);
        assertThat(unpacked.resolve("rows.csv")).hasContent("1,2\n3,4");
        assertThat(unpacked.resolve("hyperparameters.json")).hasContent("{\"num_round\":\"10\"}");
        assertThat(hub.log("good")).contains("job good hello").contains("#011train-auc:0.9");
        assertThat(hub.jobs().finalMetrics(job))
                .extracting(MetricPoint::value)
                .containsExactly(0.9);
        assertThat(hub.jobs().metrics(job)).hasSize(2);
        assertBilledOnce(job);
        hub.awaitNothingLeftOver();
    }

    @Test
    void aJobThatFailsSaysWhyAndKeepsItsOutput() throws Exception {
        hub.run(
                "bad",
                "echo no column label >output/failure; echo trace >output/data/trace.txt; exit 3");

        TrainingJob job = hub.ended("bad");

        assertThat(job.status()).isEqualTo("Failed");
        assertThat(job.failureReason()).contains("AlgorithmError: no column label, exit code: 3");
        assertThat(job.artifact()).isNull();
        assertThat(hub.keys("out/bad/")).containsExactly("out/bad/output/output.tar.gz");
        assertBilledOnce(job);
    }

    @Test
    void aStoppedJobKeepsWhatItSaved() throws Exception {
        hub.run(
                "stopped",
                "trap 'echo saved >model/m; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        hub.awaitLine("stopped", "ready");

        TrainingJob stopping = hub.jobs().stop(JobsOfTests.ACCOUNT, new TrainingJobName("stopped"));
        assertThat(stopping.status()).isEqualTo("Stopping");
        TrainingJob job = hub.ended("stopped");

        assertThat(job.status()).isEqualTo("Stopped");
        assertThat(unpack(job.artifact()).resolve("m")).hasContent("saved");
        assertThatThrownBy(
                        () -> hub.jobs().stop(JobsOfTests.ACCOUNT, new TrainingJobName("stopped")))
                .isInstanceOf(ValidationException.class);
        assertBilledOnce(job);
    }

    @Test
    void aJobEndsWhenItsTimeIsUp() throws Exception {
        hub.put("code/slow/train.sh", "echo ready; sleep 300 & wait");
        hub.create(
                "slow", JobSpecs.with(hub.spec("slow"), new Stopping(Duration.ofSeconds(2), null)));

        TrainingJob job = hub.ended("slow");

        assertThat(job.status()).isEqualTo("Stopped");
        assertThat(job.secondaryStatus()).isEqualTo("MaxRuntimeExceeded");
    }

    @Test
    void missingDataFailsTheJobWithThePlaceNamed() throws Exception {
        TrainingJobSpec spec =
                JobSpecs.of(
                        "script",
                        JobsOfTests.BUCKET.resolve("out"),
                        Channel.of("train", JobsOfTests.BUCKET.resolve("nothing/here"), null));
        hub.create("nodata", spec);

        TrainingJob job = hub.ended("nodata");

        assertThat(job.failureReason().orElseThrow())
                .startsWith("ClientError: No S3 objects found under S3 URL")
                .contains("nothing/here")
                .contains("train");
        TrainingJobSpec foreign =
                JobSpecs.of(
                        "script",
                        JobsOfTests.BUCKET.resolve("out"),
                        Channel.of("train", S3Uri.parse("s3://somebody-elses-bucket/x"), null));
        hub.create("nobucket", foreign);
        assertThat(hub.ended("nobucket").failureReason().orElseThrow())
                .startsWith("ClientError: Data download failed")
                .contains("somebody-elses-bucket");
    }

    @Test
    void aPlaceForTheModelThatIsAnothersFailsTheJobBeforeItTrains() throws Exception {
        hub.create("noplace", JobSpecs.of("script", S3Uri.parse("s3://somebody-elses-bucket/out")));

        TrainingJob job = hub.ended("noplace");

        assertThat(job.status()).isEqualTo("Failed");
        assertThat(job.failureReason().orElseThrow())
                .startsWith("ClientError: Artifact upload would fail")
                .contains("somebody-elses-bucket");
    }

    @Test
    void aProgramCannotMakeTheHubReadWhatIsNotItsOwn() throws Exception {
        Path secret = Files.writeString(home.resolve("secret.txt"), "the hub's own");
        hub.run(
                "sly",
                "echo mine >model/mine; ln -s %s model/link; rm -rf output; mkdir output; ln -s %s output/failure; ln -s %s model/folder; exit 1"
                        .formatted(secret, secret, home));

        TrainingJob job = hub.ended("sly");

        assertThat(job.failureReason().orElseThrow()).doesNotContain("the hub's own");
        hub.run("sly2", "echo mine >model/mine; ln -s %s model/link".formatted(secret));
        assertThat(unpack(hub.ended("sly2").artifact()).toFile().list()).containsExactly("mine");
    }

    @Test
    void checkpointsComeBackInTheNextJob() throws Exception {
        Checkpoints checkpoints =
                new Checkpoints(
                        "/opt/ml/checkpoints", JobsOfTests.BUCKET.resolve("checkpoints/one"));
        String script = "cat checkpoints/* 2>/dev/null; echo round >>checkpoints/state";
        for (String name : List.of("first", "second")) {
            hub.put("code/" + name + "/train.sh", script);
            hub.create(name, JobSpecs.with(hub.spec(name), Stopping.ONE_DAY, checkpoints));
            assertThat(hub.ended(name).status()).isEqualTo("Completed");
        }

        assertThat(hub.log("first")).doesNotContain("round");
        assertThat(hub.log("second")).contains("round");
        Path state = home.resolve("state");
        hub.get(JobsOfTests.BUCKET.resolve("checkpoints/one/state"), state);
        assertThat(state).hasContent("round\nround");
    }

    @Test
    void aJobWaitsForRoomAndSaysForWhat() throws Exception {
        hub.run("running", "echo ready; sleep 300");
        hub.awaitLine("running", "ready");
        TrainingJob waiting = hub.run("waiting", "echo ran");

        var where = hub.jobs().waiting(waiting).orElseThrow();
        assertThat(where.position()).isEqualTo(1);
        assertThat(where.reason())
                .contains("ml.m5.large needs 2 CPUs and 8.0 GiB")
                .contains("0 CPUs");
        assertThat(waiting.secondaryStatus()).isEqualTo("Starting");

        hub.jobs().stop(JobsOfTests.ACCOUNT, new TrainingJobName("running"));

        assertThat(hub.ended("waiting").status()).isEqualTo("Completed");
        assertThat(hub.ended("running").status()).isEqualTo("Stopped");
        assertThat(hub.jobs().waiting(hub.ended("waiting"))).isEmpty();
    }

    @Test
    void whatCannotRunIsRefusedInTheReadersWords() throws Exception {
        TrainingJob job = hub.run("once", "echo ran");
        assertThatThrownBy(() -> hub.run("once", "echo again"))
                .isInstanceOf(ResourceInUse.class)
                .hasMessageContaining(hub.jobs().arn(job));
        assertThatThrownBy(() ->
                        hub.create(
                                "other", JobSpecs.of("me/mine:1", JobsOfTests.BUCKET.resolve("o"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("container runtime")
                .hasMessageContaining("me/mine:1");
        hub.ended("once");

        assertThat(hub.jobs().list(JobsOfTests.ACCOUNT, TrainingJobFilter.NEWEST).jobs())
                .extracting(listed -> listed.key().name().value())
                .containsExactly("once");
        hub.jobs().delete(JobsOfTests.ACCOUNT, new TrainingJobName("once"));
        assertThatThrownBy(
                        () -> hub.jobs().describe(JobsOfTests.ACCOUNT, new TrainingJobName("once")))
                .isInstanceOf(ResourceNotFound.class);
    }

    @Test
    void aJobGoesOnWhenTheHubBeginsAgain() throws Exception {
        hub.run(
                "long",
                "i=0; while [ $i -lt 30 ]; do echo round $i; i=$((i+1)); sleep 0.1; done; echo m"
                        + " >model/m");
        hub.awaitLine("long", "round 3");
        hub.close();

        hub = new JobsOfTests(home, TestHub.ROOT);

        TrainingJob job = hub.ended("long");
        assertThat(job.status()).as("%s", job).isEqualTo("Completed");
        assertThat(hub.log("long").lines().distinct().filter(l -> l.startsWith("round")))
                .hasSize(30);
        assertBilledOnce(job);
    }

    private void assertBilledOnce(TrainingJob job) {
        List<UsageRecord> usage = hub.usage(job);
        assertThat(usage).hasSize(1);
        assertThat(usage.getFirst().since()).isEqualTo(job.startedAt());
        assertThat(usage.getFirst().until()).isEqualTo(job.endedAt());
        assertThat(job.state()).isInstanceOf(JobState.Ended.class);
    }

    private Path unpack(@org.jspecify.annotations.Nullable S3Uri uri) throws Exception {
        Path folder = Files.createTempDirectory(home, "unpacked");
        assertThat(uri).isNotNull();
        Path archive = hub.get(java.util.Objects.requireNonNull(uri), folder.resolve("a.tar.gz"));
        Process tar =
                new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(
                        new String(
                                tar.getInputStream().readAllBytes(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(tar.waitFor()).isZero();
        Files.delete(archive);
        return folder;
    }
}
