package dev.moka.hub.sagemaker.training;

import static dev.moka.hub.sagemaker.training.JobRequests.isTrue;

import dev.moka.hub.sagemaker.training.JobMessages.Artifacts;
import dev.moka.hub.sagemaker.training.JobMessages.CreateRequest;
import dev.moka.hub.sagemaker.training.JobMessages.DescribeResponse;
import dev.moka.hub.sagemaker.training.JobMessages.Metric;
import dev.moka.hub.sagemaker.training.JobMessages.Summary;
import dev.moka.hub.sagemaker.training.JobMessages.Transition;
import dev.moka.hub.training.StatusTransition;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobs;
import dev.moka.hub.training.TrainingQueue;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the API says of training jobs.
final class JobShapes {
    private final TrainingJobs jobs;
    private final JobRequests requests;
    private final Clock clock;

    JobShapes(TrainingJobs jobs, JobRequests requests, Clock clock) {
        this.jobs = jobs;
        this.requests = requests;
        this.clock = clock;
    }

    DescribeResponse describe(TrainingJob job) {
        CreateRequest request = requests.request(job.spec());
        Integer seconds = seconds(job);
        return new DescribeResponse(
                job.key().name().value(),
                jobs.arn(job),
                artifacts(job),
                job.status(),
                job.secondaryStatus(),
                job.failureReason().orElse(null),
                request.hyperParameters(),
                request.algorithmSpecification(),
                request.roleArn(),
                request.inputDataConfig(),
                request.outputDataConfig(),
                request.resourceConfig(),
                request.vpcConfig(),
                request.stoppingCondition(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.modifiedAt(),
                transitions(job),
                metrics(job),
                isTrue(request.enableNetworkIsolation()),
                isTrue(request.enableInterContainerTrafficEncryption()),
                isTrue(request.enableManagedSpotTraining()),
                request.checkpointConfig(),
                seconds,
                seconds,
                request.debugHookConfig(),
                request.experimentConfig(),
                request.debugRuleConfigurations(),
                request.tensorBoardOutputConfig(),
                request.profilerConfig(),
                request.profilerRuleConfigurations(),
                request.environment(),
                request.retryStrategy(),
                request.remoteDebugConfig(),
                request.infraCheckConfig());
    }

    Summary summary(TrainingJob job) {
        return new Summary(
                job.key().name().value(),
                jobs.arn(job),
                job.createdAt(),
                job.endedAt(),
                job.modifiedAt(),
                job.status());
    }

    private static @Nullable Artifacts artifacts(TrainingJob job) {
        return job.artifact() == null ? null : new Artifacts(job.artifact().toString());
    }

    private @Nullable Integer seconds(TrainingJob job) {
        return job.startedAt() == null
                ? null
                : Math.toIntExact(job.billableSeconds(clock.instant()));
    }

    private @Nullable List<Metric> metrics(TrainingJob job) {
        List<Metric> metrics =
                jobs.finalMetrics(job).stream()
                        .map(p -> new Metric(p.name(), (float) p.value(), p.at()))
                        .toList();
        return metrics.isEmpty() ? null : metrics;
    }

    private List<Transition> transitions(TrainingJob job) {
        String waiting = jobs.waiting(job).map(JobShapes::waiting).orElse("");
        return job.transitions().stream()
                .map(t -> new Transition(t.status(), t.start(), t.end(), message(t, waiting)))
                .toList();
    }

    /// A job that waits has one transition, which says for what.
    private static String message(StatusTransition transition, String waiting) {
        return transition.message() + waiting;
    }

    private static String waiting(TrainingQueue.Waiting waiting) {
        return ": number %d of %d in the queue; %s"
                .formatted(waiting.position(), waiting.length(), waiting.reason());
    }
}
