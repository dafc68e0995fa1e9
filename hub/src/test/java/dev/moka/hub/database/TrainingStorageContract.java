package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.training.Channel;
import dev.moka.hub.training.JobSpecs;
import dev.moka.hub.training.JobState;
import dev.moka.hub.training.MetricPoint;
import dev.moka.hub.training.Outcome;
import dev.moka.hub.training.S3Uri;
import dev.moka.hub.training.StatusTransition;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobFilter;
import dev.moka.hub.training.TrainingJobFilter.SortBy;
import dev.moka.hub.training.TrainingJobKey;
import dev.moka.hub.training.TrainingJobName;
import dev.moka.hub.training.TrainingJobSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the store of training jobs promises, on whichever database.
abstract class TrainingStorageContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Allotment ALLOTMENT = new Allotment(2, 8192, List.of("capped"));

    private JdbiTrainingJobs jobs;
    private AccountId account;

    abstract Database database();

    @BeforeEach
    void anAccount() {
        jobs = new JdbiTrainingJobs(database());
        account =
                new AccountId(
                        "%012d"
                                .formatted(
                                        ThreadLocalRandom.current().nextLong(1_000_000_000_000L)));
    }

    @Test
    void aJobIsKeptAsItIs() {
        TrainingJob job = job("first", NOW);

        assertThat(jobs.insert(job)).isTrue();
        assertThat(jobs.insert(job("first", NOW))).isFalse();

        assertThat(jobs.find(job.key())).contains(job);
        assertThat(jobs.unfinished()).contains(job);
    }

    @Test
    void everyStateIsKept() {
        List<JobState> states =
                List.of(
                        new JobState.Downloading(ALLOTMENT),
                        new JobState.Training(ALLOTMENT),
                        new JobState.Stopping(ALLOTMENT, new Outcome.MaxRuntimeExceeded()),
                        new JobState.Uploading(ALLOTMENT, new Outcome.Failed("because")),
                        new JobState.Ended(new Outcome.Completed()));
        TrainingJob job = job("states", NOW);
        jobs.insert(job);
        for (JobState state : states) {
            TrainingJob next = in(state, job);

            job = jobs.save(next, List.of()).orElseThrow();

            assertThat(jobs.find(job.key())).contains(job);
            assertThat(job.version()).isEqualTo(next.version() + 1);
        }
        assertThat(jobs.unfinished()).doesNotContain(job);
    }

    @Test
    void aChangeOfSomethingOldIsRefusedTogetherWithItsBill() {
        TrainingJob job = job("raced", NOW);
        jobs.insert(job);
        TrainingJob next = in(new JobState.Training(ALLOTMENT), job);
        UsageRecord usage =
                new UsageRecord(
                        job.id(), "ann", "raced", "ml.m5.large", new BigDecimal("0.1"), NOW, null);

        assertThat(jobs.save(next, List.of(new UsageChange.Begin(usage)))).isPresent();
        assertThat(jobs.save(next, List.of(new UsageChange.Begin(usage)))).isEmpty();

        assertThat(new JdbiUsage(database()).ofInstance(job.id())).containsExactly(usage);
    }

    @Test
    void onlyOneHubHasAJobUntilItsLeaseIsOver() {
        TrainingJob job = job("leased", NOW);
        jobs.insert(job);

        assertThat(jobs.lease(job.id(), "one", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(jobs.lease(job.id(), "one", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(jobs.lease(job.id(), "two", NOW.plusSeconds(59), NOW.plusSeconds(99))).isFalse();
        jobs.renew("one", NOW.plusSeconds(120));
        assertThat(jobs.lease(job.id(), "two", NOW.plusSeconds(61), NOW.plusSeconds(99))).isFalse();
        assertThat(jobs.lease(job.id(), "two", NOW.plusSeconds(121), NOW.plusSeconds(181)))
                .isTrue();
    }

    @Test
    void pagesHaveEachJobOnceInOrder() {
        for (int i = 0; i < 25; i++) {
            jobs.insert(job("job-" + i, NOW.plusSeconds(i / 3)));
        }
        for (SortBy by : SortBy.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                List<TrainingJob> all = pages(filter(null, null, by, descending));
                assertThat(all).hasSize(25).doesNotHaveDuplicates();
            }
        }
        assertThat(pages(filter(null, null, SortBy.CREATION_TIME, true)))
                .extracting(TrainingJob::createdAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void whatIsLookedForIsFound() {
        jobs.insert(job("XGBoost-one", NOW));
        jobs.insert(job("other", NOW));
        TrainingJob stopped = job("xgboost-two", NOW);
        jobs.insert(stopped);
        jobs.save(in(new JobState.Ended(new Outcome.Stopped()), stopped), List.of());

        assertThat(names(filter("xgb", null, SortBy.NAME, false)))
                .containsExactlyInAnyOrder("XGBoost-one", "xgboost-two");
        assertThat(names(filter(null, "Stopped", SortBy.NAME, false)))
                .containsExactly("xgboost-two");
        assertThat(names(filter("%", null, SortBy.NAME, false))).isEmpty();
        assertThat(jobs.list(new AccountId("999999999999"), TrainingJobFilter.NEWEST)).isEmpty();
    }

    @Test
    void theLastPointOfEachMetricIsItsFinalValue() {
        TrainingJob job = job("measured", NOW);
        jobs.insert(job);
        List<MetricPoint> points =
                List.of(
                        new MetricPoint("train:auc", 10, NOW, 0.5),
                        new MetricPoint("validation:auc", 10, NOW, 0.4),
                        new MetricPoint("train:auc", 30, NOW.plusSeconds(1), 0.75));

        jobs.addMetrics(job.id(), points);
        jobs.addMetrics(job.id(), points);

        assertThat(jobs.metrics(job.id())).containsExactlyInAnyOrderElementsOf(points);
        assertThat(jobs.finalMetrics(job.id())).containsExactly(points.get(2), points.get(1));
    }

    @Test
    void anEndedJobCanBeDeleted() {
        TrainingJob job = job("done", NOW);
        jobs.insert(job);
        assertThat(jobs.delete(job)).isFalse();
        TrainingJob ended =
                jobs.save(in(new JobState.Ended(new Outcome.Completed()), job), List.of())
                        .orElseThrow();

        assertThat(jobs.delete(ended)).isTrue();
        assertThat(jobs.find(job.key())).isEmpty();
    }

    private List<TrainingJob> pages(TrainingJobFilter filter) {
        List<TrainingJob> all = new ArrayList<>();
        List<TrainingJob> page = jobs.list(account, filter);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = jobs.list(account, filter.from(filter.behind(page.getLast())));
        }
        return all;
    }

    private List<String> names(TrainingJobFilter filter) {
        return jobs.list(account, filter).stream().map(job -> job.key().name().value()).toList();
    }

    private static TrainingJobFilter filter(
            @Nullable String part, @Nullable String status, SortBy by, boolean descending) {
        return new TrainingJobFilter(part, status, null, null, null, null, by, descending, null, 7);
    }

    private TrainingJob job(String name, Instant at) {
        TrainingJobSpec spec =
                JobSpecs.with(
                        JobSpecs.of(
                                "xgboost",
                                S3Uri.parse("s3://b/out"),
                                Channel.of("train", S3Uri.parse("s3://b/train"), "text/csv")),
                        new TrainingJobSpec.Stopping(Duration.ofHours(1), Duration.ofHours(2)),
                        new TrainingJobSpec.Checkpoints(
                                "/opt/ml/checkpoints", S3Uri.parse("s3://b/checkpoints")));
        return new TrainingJob(
                UUID.randomUUID().toString(),
                new TrainingJobKey(account, new TrainingJobName(name)),
                "ann",
                spec,
                new JobState.Queued(),
                at,
                null,
                null,
                at,
                List.of(new StatusTransition("Starting", at, null, "Preparing")),
                null,
                0);
    }

    private static TrainingJob in(JobState state, TrainingJob job) {
        return new TrainingJob(
                job.id(),
                job.key(),
                job.owner(),
                job.spec(),
                state,
                job.createdAt(),
                NOW.plusSeconds(1),
                state.isEnded() ? NOW.plusSeconds(9) : null,
                NOW.plusSeconds(5),
                List.of(new StatusTransition("Starting", NOW, NOW.plusSeconds(1), "Preparing")),
                S3Uri.parse("s3://b/model.tar.gz"),
                job.version());
    }
}
