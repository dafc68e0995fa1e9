package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;
import dev.moka.hub.workload.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training job as it is at one moment.
///
/// @param owner the person who made it, who hears of its changes and pays for it
/// @param startedAt when its instance was its own; it is billed from then on
/// @param endedAt when that ended
/// @param artifact where the model is in S3, once it is there
public record TrainingJob(
        String id,
        TrainingJobKey key,
        String owner,
        TrainingJobSpec spec,
        JobState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Instant modifiedAt,
        List<StatusTransition> transitions,
        @Nullable S3Uri artifact,
        long version) {

    public TrainingJob {
        transitions = List.copyOf(transitions);
    }

    static TrainingJob create(
            String id, TrainingJobKey key, String owner, TrainingJobSpec spec, Instant at) {
        JobState state = new JobState.Queued();
        return new TrainingJob(
                id,
                key,
                owner,
                spec,
                state,
                at,
                null,
                null,
                at,
                List.of(new StatusTransition(state.secondaryStatus(), at, null, state.message())),
                null,
                0);
    }

    public String arn(String region) {
        return "arn:aws:sagemaker:%s:%s:training-job/%s"
                .formatted(region, key.account(), key.name());
    }

    public WorkloadId workload() {
        return new WorkloadId("training-" + id);
    }

    public String status() {
        return state.status();
    }

    public String secondaryStatus() {
        return state.secondaryStatus();
    }

    public Optional<String> failureReason() {
        return state instanceof JobState.Ended(Outcome.Failed(var reason))
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// What it holds of this machine, empty while it waits and after its end.
    public Optional<Allotment> allotment() {
        return switch (state) {
            case JobState.Downloading(var allotment) -> Optional.of(allotment);
            case JobState.Training(var allotment) -> Optional.of(allotment);
            case JobState.Stopping(var allotment, _) -> Optional.of(allotment);
            case JobState.Uploading(var allotment, _) -> Optional.of(allotment);
            case JobState.Queued _, JobState.Ended _ -> Optional.empty();
        };
    }

    /// `TrainingTimeInSeconds` and `BillableTimeInSeconds` so far: from the start of its instance
    /// to the end, a begun second counted whole.
    public long billableSeconds(Instant now) {
        if (startedAt == null) {
            return 0;
        }
        Instant until = endedAt == null ? now : endedAt;
        Duration time = Duration.between(startedAt, until);
        return time.isNegative() ? 0 : time.plusMillis(999).toSeconds();
    }

    /// The job in its next state. Time never goes back, whatever a clock or a file says.
    TrainingJob to(JobState next, Instant told) {
        Instant whole = told.truncatedTo(ChronoUnit.MILLIS);
        return at(next, whole.isBefore(modifiedAt) ? modifiedAt : whole);
    }

    private TrainingJob at(JobState next, Instant at) {
        List<StatusTransition> whole = new ArrayList<>();
        transitions.forEach(transition -> whole.add(transition.ended(at)));
        whole.add(
                new StatusTransition(
                        next.secondaryStatus(), at, next.isEnded() ? at : null, next.message()));
        boolean begins = startedAt == null && next instanceof JobState.Downloading;
        boolean ends = next.isEnded() && (startedAt != null || begins);
        return new TrainingJob(
                id,
                key,
                owner,
                spec,
                next,
                createdAt,
                begins ? at : startedAt,
                ends ? at : endedAt,
                at,
                whole,
                artifact,
                version);
    }

    TrainingJob withArtifact(@Nullable S3Uri uri) {
        return new TrainingJob(
                id,
                key,
                owner,
                spec,
                state,
                createdAt,
                startedAt,
                endedAt,
                modifiedAt,
                transitions,
                uri,
                version);
    }

    public TrainingJob withVersion(long next) {
        return new TrainingJob(
                id,
                key,
                owner,
                spec,
                state,
                createdAt,
                startedAt,
                endedAt,
                modifiedAt,
                transitions,
                artifact,
                next);
    }
}
