package dev.moka.hub.sagemaker.training;

import dev.moka.hub.sagemaker.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the operations on training jobs take and give.
final class JobMessages {

    private JobMessages() {}

    record CreateRequest(
            String trainingJobName,
            @Nullable Map<String, String> hyperParameters,
            JobParts.Algorithm algorithmSpecification,
            String roleArn,
            @Nullable List<JobParts.Input> inputDataConfig,
            JobParts.Output outputDataConfig,
            JobParts.Resource resourceConfig,
            JobParts.@Nullable Vpc vpcConfig,
            JobParts.Stop stoppingCondition,
            @Nullable List<Tag> tags,
            @Nullable Boolean enableNetworkIsolation,
            @Nullable Boolean enableInterContainerTrafficEncryption,
            @Nullable Boolean enableManagedSpotTraining,
            JobParts.@Nullable Checkpoint checkpointConfig,
            JobParts.@Nullable DebugHook debugHookConfig,
            @Nullable List<JobParts.Rule> debugRuleConfigurations,
            JobParts.@Nullable TensorBoard tensorBoardOutputConfig,
            JobParts.@Nullable Experiment experimentConfig,
            JobParts.@Nullable Profiler profilerConfig,
            @Nullable List<JobParts.Rule> profilerRuleConfigurations,
            @Nullable Map<String, String> environment,
            JobParts.@Nullable Retry retryStrategy,
            JobParts.@Nullable RemoteDebug remoteDebugConfig,
            JobParts.@Nullable InfraCheck infraCheckConfig) {}

    record CreateResponse(String trainingJobArn) {}

    /// A request that only names a job.
    record NameRequest(String trainingJobName) {}

    record DescribeResponse(
            String trainingJobName,
            String trainingJobArn,
            @Nullable Artifacts modelArtifacts,
            String trainingJobStatus,
            String secondaryStatus,
            @Nullable String failureReason,
            @Nullable Map<String, String> hyperParameters,
            JobParts.Algorithm algorithmSpecification,
            String roleArn,
            @Nullable List<JobParts.Input> inputDataConfig,
            JobParts.Output outputDataConfig,
            JobParts.Resource resourceConfig,
            JobParts.@Nullable Vpc vpcConfig,
            JobParts.Stop stoppingCondition,
            Instant creationTime,
            @Nullable Instant trainingStartTime,
            @Nullable Instant trainingEndTime,
            Instant lastModifiedTime,
            List<Transition> secondaryStatusTransitions,
            @Nullable List<Metric> finalMetricDataList,
            Boolean enableNetworkIsolation,
            Boolean enableInterContainerTrafficEncryption,
            Boolean enableManagedSpotTraining,
            JobParts.@Nullable Checkpoint checkpointConfig,
            @Nullable Integer trainingTimeInSeconds,
            @Nullable Integer billableTimeInSeconds,
            JobParts.@Nullable DebugHook debugHookConfig,
            JobParts.@Nullable Experiment experimentConfig,
            @Nullable List<JobParts.Rule> debugRuleConfigurations,
            JobParts.@Nullable TensorBoard tensorBoardOutputConfig,
            JobParts.@Nullable Profiler profilerConfig,
            @Nullable List<JobParts.Rule> profilerRuleConfigurations,
            @Nullable Map<String, String> environment,
            JobParts.@Nullable Retry retryStrategy,
            JobParts.@Nullable RemoteDebug remoteDebugConfig,
            JobParts.@Nullable InfraCheck infraCheckConfig) {}

    record Artifacts(String s3ModelArtifacts) {}

    record Transition(
            String status, Instant startTime, @Nullable Instant endTime, String statusMessage) {}

    record Metric(String metricName, Float value, Instant timestamp) {}

    record ListRequest(
            @Nullable String nextToken,
            @Nullable Integer maxResults,
            @Nullable Instant creationTimeAfter,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant lastModifiedTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,
            @Nullable String nameContains,
            @Nullable String statusEquals,
            @Nullable String sortBy,
            @Nullable String sortOrder) {

        /// The same for every page.
        String query() {
            return "ListTrainingJobs"
                    + new ListRequest(
                            null,
                            null,
                            creationTimeAfter,
                            creationTimeBefore,
                            lastModifiedTimeAfter,
                            lastModifiedTimeBefore,
                            nameContains,
                            statusEquals,
                            sortBy,
                            sortOrder);
        }
    }

    record Summary(
            String trainingJobName,
            String trainingJobArn,
            Instant creationTime,
            @Nullable Instant trainingEndTime,
            Instant lastModifiedTime,
            String trainingJobStatus) {}

    record ListResponse(List<Summary> trainingJobSummaries, @Nullable String nextToken) {}
}
