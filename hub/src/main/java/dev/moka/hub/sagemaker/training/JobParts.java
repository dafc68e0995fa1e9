package dev.moka.hub.sagemaker.training;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The structures inside a training job's request.
final class JobParts {

    private JobParts() {}

    record Algorithm(
            @Nullable String trainingImage,
            @Nullable String algorithmName,
            String trainingInputMode,
            @Nullable List<MetricDefinitionPart> metricDefinitions,
            @Nullable Boolean enableSageMakerMetricsTimeSeries,
            @Nullable List<String> containerEntrypoint,
            @Nullable List<String> containerArguments,
            @Nullable ImageConfig trainingImageConfig) {}

    record MetricDefinitionPart(String name, String regex) {}

    record ImageConfig(
            String trainingRepositoryAccessMode,
            @Nullable RepositoryAuth trainingRepositoryAuthConfig) {}

    record RepositoryAuth(String trainingRepositoryCredentialsProviderArn) {}

    record Input(
            String channelName,
            DataSource dataSource,
            @Nullable String contentType,
            @Nullable String compressionType,
            @Nullable String recordWrapperType,
            @Nullable String inputMode,
            @Nullable Shuffle shuffleConfig) {}

    record DataSource(
            @Nullable S3Source s3DataSource, @Nullable FileSystemSource fileSystemDataSource) {}

    record S3Source(
            String s3DataType,
            String s3Uri,
            @Nullable String s3DataDistributionType,
            @Nullable List<String> attributeNames,
            @Nullable List<String> instanceGroupNames) {}

    record FileSystemSource(
            String fileSystemId,
            String fileSystemAccessMode,
            String fileSystemType,
            String directoryPath) {}

    record Shuffle(Long seed) {}

    record Output(
            @Nullable String kmsKeyId, String s3OutputPath, @Nullable String compressionType) {}

    record Resource(
            @Nullable String instanceType,
            @Nullable Integer instanceCount,
            Integer volumeSizeInGB,
            @Nullable String volumeKmsKeyId,
            @Nullable Integer keepAlivePeriodInSeconds,
            @Nullable List<InstanceGroup> instanceGroups) {}

    record InstanceGroup(String instanceType, Integer instanceCount, String instanceGroupName) {}

    record Stop(
            @Nullable Integer maxRuntimeInSeconds,
            @Nullable Integer maxWaitTimeInSeconds,
            @Nullable Integer maxPendingTimeInSeconds) {}

    record Checkpoint(String s3Uri, @Nullable String localPath) {}

    record Vpc(List<String> securityGroupIds, List<String> subnets) {}

    record Retry(Integer maximumRetryAttempts) {}

    record Experiment(
            @Nullable String experimentName,
            @Nullable String trialName,
            @Nullable String trialComponentDisplayName,
            @Nullable String runName) {}

    record DebugHook(
            @Nullable String localPath,
            String s3OutputPath,
            @Nullable Map<String, String> hookParameters,
            @Nullable List<TensorCollection> collectionConfigurations) {}

    record TensorCollection(
            @Nullable String collectionName, @Nullable Map<String, String> collectionParameters) {}

    /// A rule of the debugger or of the profiler.
    record Rule(
            String ruleConfigurationName,
            @Nullable String localPath,
            @Nullable String s3OutputPath,
            String ruleEvaluatorImage,
            @Nullable String instanceType,
            @Nullable Integer volumeSizeInGB,
            @Nullable Map<String, String> ruleParameters) {}

    record TensorBoard(@Nullable String localPath, String s3OutputPath) {}

    record Profiler(
            @Nullable String s3OutputPath,
            @Nullable Long profilingIntervalInMilliseconds,
            @Nullable Map<String, String> profilingParameters,
            @Nullable Boolean disableProfiler) {}

    record RemoteDebug(@Nullable Boolean enableRemoteDebug) {}

    record InfraCheck(@Nullable Boolean enableInfraCheck) {}
}
