package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Principal;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.protocol.container.OptMl;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The training jobs of all accounts; each call sees one account's only.
public final class TrainingJobs {
    private final TrainingJobStore store;
    private final TrainingRunner runner;
    private final TrainingQueue queue;
    private final TrainingPrograms programs;
    private final Clock clock;
    private final String region;

    public TrainingJobs(
            TrainingJobStore store,
            TrainingRunner runner,
            TrainingQueue queue,
            TrainingPrograms programs,
            Clock clock,
            String region) {
        this.store = store;
        this.runner = runner;
        this.queue = queue;
        this.programs = programs;
        this.clock = clock;
        this.region = region;
    }

    /// Makes a job, which starts as soon as there is room for it.
    public TrainingJob create(Principal principal, TrainingJobName name, TrainingJobSpec spec) {
        check(spec);
        TrainingJob job =
                TrainingJob.create(
                        UUID.randomUUID().toString(),
                        new TrainingJobKey(principal.account(), name),
                        principal.caller().name().value(),
                        spec,
                        clock.instant());
        if (!store.insert(job)) {
            throw new ResourceInUse(
                    "Training job names must be unique within an AWS account and region, and a training job with this name already exists (%s)"
                            .formatted(job.arn(region)));
        }
        runner.added(job);
        return job;
    }

    public TrainingJob describe(AccountId account, TrainingJobName name) {
        return store.find(new TrainingJobKey(account, name))
                .orElseThrow(() -> new ResourceNotFound("Requested resource not found."));
    }

    /// A page of jobs.
    ///
    /// @param next where the next page begins, absent at the end
    public record Page(List<TrainingJob> jobs, TrainingJobFilter.@Nullable Mark next) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }

    public Page list(AccountId account, TrainingJobFilter filter) {
        List<TrainingJob> found = store.list(account, filter.withLimit(filter.limit() + 1));
        if (found.size() <= filter.limit()) {
            return new Page(found, null);
        }
        List<TrainingJob> page = found.subList(0, filter.limit());
        return new Page(page, filter.behind(page.getLast()));
    }

    /// Asks a job to end: its program gets SIGTERM and two minutes; what it saved is kept.
    public TrainingJob stop(AccountId account, TrainingJobName name) {
        describe(account, name);
        return runner.handle(
                new TrainingJobKey(account, name), new JobEvent.StopRequested(clock.instant()));
    }

    /// Takes an ended job off the list; its model, its log and its bill stay.
    public void delete(AccountId account, TrainingJobName name) {
        TrainingJob job = describe(account, name);
        if (!job.state().isEnded() || !store.delete(job)) {
            throw new ResourceInUse(
                    "Training job '%s' is %s and can't be deleted now; stop it first"
                            .formatted(name, job.status()));
        }
        runner.publish(job);
    }

    /// Where a job stands in the queue and what it waits for; empty for one that does not wait.
    public Optional<TrainingQueue.Waiting> waiting(TrainingJob job) {
        return job.state() instanceof JobState.Queued
                ? queue.waiting(job, store.unfinished())
                : Optional.empty();
    }

    /// The last value of each metric: `FinalMetricDataList`.
    public List<MetricPoint> finalMetrics(TrainingJob job) {
        return store.finalMetrics(job.id());
    }

    /// Every value of each metric, as it was printed.
    public List<MetricPoint> metrics(TrainingJob job) {
        return store.metrics(job.id());
    }

    public String arn(TrainingJob job) {
        return job.arn(region);
    }

    private void check(TrainingJobSpec spec) {
        queue.require(spec.resources().instanceType());
        if (programs.find(spec.image()).isEmpty()) {
            throw new ValidationException(
                    "The image '%s' needs a container runtime, which this hub does not have; it runs AWS's built-in algorithms, such as sagemaker-xgboost, without one"
                            .formatted(spec.image()));
        }
        if (!spec.entrypoint().isEmpty() || !spec.arguments().isEmpty()) {
            throw new ValidationException(
                    "ContainerEntrypoint and ContainerArguments need a container runtime, which"
                            + " this hub does not have");
        }
        for (Channel channel : spec.channels()) {
            if (channel.inputMode() == Channel.InputMode.Pipe) {
                throw new ValidationException(
                        "Channel '%s' asks for Pipe mode, which this hub does not have yet; use File or FastFile"
                                .formatted(channel.name()));
            }
        }
        if (spec.checkpoints() != null
                && !Path.of(spec.checkpoints().localPath())
                        .normalize()
                        .startsWith(OptMl.STANDARD_BASE)) {
            throw new ValidationException(
                    "CheckpointConfig.LocalPath '%s' must be below /opt/ml"
                            .formatted(spec.checkpoints().localPath()));
        }
    }
}
