package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.metering.UsageChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps training jobs, the queue of those that are not ended, and their metrics.
public interface TrainingJobStore {

    /// Adds a job together with its place in the queue; false when its account has one of that
    /// name.
    boolean insert(TrainingJob job);

    /// Replaces a job that is still of the same version, changes the meter, and takes it from the
    /// queue once it is ended, all or nothing. Empty when somebody else was faster.
    Optional<TrainingJob> save(TrainingJob job, List<UsageChange> usage);

    Optional<TrainingJob> find(TrainingJobKey key);

    List<TrainingJob> list(AccountId account, TrainingJobFilter filter);

    /// Every job that is not ended, the oldest first.
    List<TrainingJob> unfinished();

    /// Takes a job for a hub until then, if no other hub has it.
    boolean lease(String jobId, String hub, Instant now, Instant until);

    /// Keeps all jobs of a hub until then.
    void renew(String hub, Instant until);

    /// Takes an ended job and its metrics away; its bill stays.
    boolean delete(TrainingJob job);

    /// Adds points of metrics; one that is there is left as it is.
    void addMetrics(String jobId, List<MetricPoint> points);

    /// All points of a job, as they were printed.
    List<MetricPoint> metrics(String jobId);

    /// The last point of each metric, by name: `FinalMetricDataList`.
    List<MetricPoint> finalMetrics(String jobId);
}
