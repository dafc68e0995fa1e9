package dev.moka.hub.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.workload.WorkloadExit;
import dev.moka.hub.workload.WorkloadExit.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLifecycleTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Allotment ALLOTMENT = new Allotment(2, 8192, List.of());
    private static final List<Cause> CAUSES = List.copyOf(EnumSet.allOf(Cause.class));
    private static final S3Uri MODEL = S3Uri.parse("s3://b/out/j/output/model.tar.gz");

    private final TrainingLifecycle lifecycle = new TrainingLifecycle();
    private Instant now = START;

    @Test
    void aJobThatGoesWellPassesThroughAwsStatuses() {
        TrainingJob job = completed();

        assertThat(job.status()).isEqualTo("Completed");
        assertThat(job.transitions())
                .extracting(StatusTransition::status)
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(job.transitions())
                .extracting(StatusTransition::message)
                .contains(
                        "Downloading input data",
                        "Uploading generated training model",
                        "Training job completed");
        assertThat(job.transitions()).allMatch(transition -> transition.end() != null);
        assertThat(job.artifact()).isEqualTo(MODEL);
        assertThat(job.startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(job.billableSeconds(START.plusSeconds(999))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            textBlock =
                    """
                    EXITED | 1 | no such column | AlgorithmError: no such column, exit code: 1
                    EXITED | 2 | ClientError: bad eta | ClientError: bad eta, exit code: 2
                    EXITED | 1 | none | AlgorithmError: The program ended and left no reason in /opt/ml/output/failure, exit code: 1; see the job's log
                    EXITED | 139 | none | AlgorithmError: The program was ended by signal 11, exit code: 139; see the job's log
                    OUT_OF_MEMORY | 137 | none | ClientError: Please use an instance type with more memory, or reduce the size of training data processed on an instance. The program needed more memory than ml.m5.large has; exit code: 137
                    OUT_OF_DISK | 137 | none | ClientError: The program wrote more than the 1 GB of its volume; use a larger VolumeSizeInGB or write less
                    """)
    void saysWhyAProgramFailed(Cause cause, int code, @Nullable String failure, String reason) {
        TrainingJob job = on(training(), exit(code, cause, failure));

        assertThat(job.secondaryStatus()).isEqualTo("Uploading");
        TrainingJob ended = on(job, new JobEvent.Saved(null, tick()));
        assertThat(ended.status()).isEqualTo("Failed");
        assertThat(ended.failureReason()).contains(reason);
    }

    @Test
    void aReasonIsCutAsAwsCutsIt() {
        TrainingJob job = on(training(), exit(1, Cause.EXITED, "x".repeat(2000)));
        String reason = on(job, new JobEvent.Saved(null, tick())).failureReason().orElseThrow();

        assertThat(reason).hasSize(1024).endsWith(", exit code: 1");
    }

    @Test
    void aStoppedJobKeepsWhatItSaved() {
        TrainingJob job = on(training(), new JobEvent.StopRequested(tick()));
        assertThat(job.status()).isEqualTo("Stopping");

        job = on(job, exit(143, Cause.EXITED, null));
        assertThat(job.status()).isEqualTo("Stopping");
        assertThat(job.secondaryStatus()).isEqualTo("Uploading");

        job = on(job, new JobEvent.Saved(MODEL, tick()));
        assertThat(job.status()).isEqualTo("Stopped");
        assertThat(job.artifact()).isEqualTo(MODEL);
    }

    @Test
    void aJobThatRunsTooLongIsStoppedWithAwsStatus() {
        TrainingJob job = on(training(), new JobEvent.RuntimeIsUp(tick()));
        job = on(job, exit(0, Cause.EXITED, null));
        job = on(job, new JobEvent.Saved(MODEL, tick()));

        assertThat(job.status()).isEqualTo("Stopped");
        assertThat(job.secondaryStatus()).isEqualTo("MaxRuntimeExceeded");
    }

    @Test
    void aJobThatNeverStartedIsNotBilled() {
        TrainingJob waiting = queued();

        assertThat(on(waiting, new JobEvent.StopRequested(tick())).billableSeconds(tick()))
                .isZero();
        TrainingJob late = on(waiting, new JobEvent.WaitIsUp(tick()));
        assertThat(late.secondaryStatus()).isEqualTo("MaxWaitTimeExceeded");
        assertThat(late.billableSeconds(tick())).isZero();
    }

    @Test
    void anEndedJobCannotBeStopped() {
        assertThatThrownBy(() -> on(completed(), new JobEvent.StopRequested(tick())))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Completed");
    }

    @Test
    void aHubThatBeginsAgainRedoesWhatWasNotDone() {
        assertThat(effects(downloading())).containsExactly(new JobEffect.Prepare());
        assertThat(effects(training())).containsExactly(new JobEffect.Run());
        assertThat(effects(on(training(), new JobEvent.StopRequested(tick()))))
                .containsExactly(new JobEffect.Run(), new JobEffect.StopProgram());
        assertThat(effects(on(training(), exit(0, Cause.EXITED, null))))
                .containsExactly(new JobEffect.Save());
        assertThat(effects(queued())).isEmpty();
        assertThat(effects(completed())).containsExactly(new JobEffect.CleanUp());
    }

    @Test
    void whateverHappensTheRulesHold() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            now = START;
            TrainingJob job = queued();
            long billed = 0;
            int cleaned = 0;
            for (int step = 0; step < 40; step++) {
                TrainingJob before = job;
                List<JobEffect> effects = new ArrayList<>();
                try {
                    JobTransition transition = lifecycle.on(job, any(random));
                    job = transition.next();
                    effects.addAll(transition.effects());
                } catch (ValidationException e) {
                    assertThat(before.state().isEnded()).as("seed %d", seed).isTrue();
                }
                if (before.state().isEnded()) {
                    assertThat(job).as("seed %d", seed).isEqualTo(before);
                }
                assertThat(job.billableSeconds(now))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(billed);
                billed = job.billableSeconds(now);
                assertThat(job.endedAt() != null)
                        .as("seed %d", seed)
                        .isEqualTo(job.state().isEnded() && job.startedAt() != null);
                assertThat(job.transitions().stream().filter(t -> t.end() == null).count())
                        .as("seed %d", seed)
                        .isEqualTo(job.state().isEnded() ? 0 : 1);
                if (!before.state().isEnded() && job.state().isEnded()) {
                    assertThat(effects).as("seed %d", seed).contains(new JobEffect.CleanUp());
                    cleaned++;
                }
            }
            assertThat(cleaned).as("seed %d", seed).isLessThanOrEqualTo(1);
        }
    }

    private JobEvent any(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> new JobEvent.Placed(ALLOTMENT, tick());
            case 1, 2 -> new JobEvent.Prepared(tick());
            case 3 -> new JobEvent.PreparationFailed("ClientError: no data", tick());
            case 4 -> exit(random.nextInt(3), CAUSES.get(random.nextInt(4)), "because");
            case 5 -> new JobEvent.StopRequested(tick());
            case 6 -> new JobEvent.RuntimeIsUp(tick());
            case 7 -> new JobEvent.WaitIsUp(tick());
            case 8 -> new JobEvent.Saved(MODEL, tick());
            case 9 -> new JobEvent.SavingFailed("ClientError: no bucket", tick());
            default -> new JobEvent.HubStarted(tick());
        };
    }

    private List<JobEffect> effects(TrainingJob job) {
        return lifecycle.on(job, new JobEvent.HubStarted(tick())).effects();
    }

    private TrainingJob on(TrainingJob job, JobEvent event) {
        return lifecycle.on(job, event).next();
    }

    private TrainingJob queued() {
        return TrainingJob.create(
                "id",
                new TrainingJobKey(new AccountId("123456789012"), new TrainingJobName("j")),
                "ann",
                JobSpecs.of("xgboost", S3Uri.parse("s3://b/out")),
                START);
    }

    private TrainingJob downloading() {
        return on(queued(), new JobEvent.Placed(ALLOTMENT, tick()));
    }

    private TrainingJob training() {
        return on(downloading(), new JobEvent.Prepared(tick()));
    }

    private TrainingJob completed() {
        TrainingJob job = on(training(), exit(0, Cause.EXITED, null));
        return on(job, new JobEvent.Saved(MODEL, tick()));
    }

    private JobEvent exit(int code, Cause cause, @Nullable String failure) {
        Instant at = tick();
        return new JobEvent.ProgramExited(new WorkloadExit(code, cause, at), failure, at);
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
