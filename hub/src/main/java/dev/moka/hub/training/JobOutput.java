package dev.moka.hub.training;

import dev.moka.hub.workload.OutputLine;
import dev.moka.protocol.container.LogLine;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what a job prints to its log and its metrics.
final class JobOutput {
    private static final Logger log = LoggerFactory.getLogger(JobOutput.class);

    private final TrainingJob job;
    private final JobMetrics metrics;
    private final TrainingJobStore store;
    private final JobLog logs;

    JobOutput(
            TrainingJob job, List<MetricDefinition> metrics, TrainingJobStore store, JobLog logs) {
        this.job = job;
        this.metrics = new JobMetrics(metrics);
        this.store = store;
        this.logs = logs;
    }

    void take(List<OutputLine> lines) {
        try {
            logs.append(
                    job.key(),
                    JobLog.stream(job),
                    lines.stream()
                            .map(line -> new JobLog.Line(line.at(), LogLine.escaped(line.text())))
                            .toList());
        } catch (RuntimeException e) {
            // A log that can't be written must not end a training.
            log.error("{} lines of {} are lost", lines.size(), job.key(), e);
        }
        List<MetricPoint> points = metrics.in(lines);
        if (!points.isEmpty()) {
            store.addMetrics(job.id(), points);
        }
    }
}
