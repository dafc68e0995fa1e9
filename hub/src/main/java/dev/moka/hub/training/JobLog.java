package dev.moka.hub.training;

import java.time.Instant;
import java.util.List;

/// Where the lines of jobs go: streams in groups, as CloudWatch Logs has them.
public interface JobLog {
    /// The group of all training jobs of an account.
    String GROUP = "/aws/sagemaker/TrainingJobs";

    void append(TrainingJobKey job, String stream, List<Line> lines);

    /// A line and when it was printed.
    record Line(Instant at, String text) {}

    /// The stream of a job's first instance.
    static String stream(TrainingJob job) {
        Instant since = job.startedAt() == null ? job.createdAt() : job.startedAt();
        return "%s/algo-1-%d".formatted(job.key().name(), since.getEpochSecond());
    }
}
