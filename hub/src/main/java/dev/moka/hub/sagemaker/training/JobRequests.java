package dev.moka.hub.sagemaker.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.operation.RecordCodec;
import dev.moka.hub.aws.operation.WireNames;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.tags.Tag;
import dev.moka.hub.sagemaker.training.JobMessages.CreateRequest;
import dev.moka.hub.training.Channel;
import dev.moka.hub.training.MetricDefinition;
import dev.moka.hub.training.S3Uri;
import dev.moka.hub.training.TrainingJobSpec;
import dev.moka.protocol.jupyter.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns requests for training jobs into what the feature knows, and keeps them so that Describe
/// can give back what the hub itself does not look at.
final class JobRequests {
    private static final int LONGEST_RUN_SECONDS = 86_400;
    private static final String CHECKPOINTS = "/opt/ml/checkpoints";

    private final RecordCodec codec = new RecordCodec(WireNames.UPPER_CAMEL);

    TrainingJobSpec spec(CreateRequest request) {
        JobParts.Algorithm algorithm = request.algorithmSpecification();
        return new TrainingJobSpec(
                image(algorithm),
                orEmpty(algorithm.containerEntrypoint()),
                orEmpty(algorithm.containerArguments()),
                orEmpty(algorithm.metricDefinitions()).stream()
                        .map(m -> new MetricDefinition(m.name(), m.regex()))
                        .toList(),
                orEmpty(request.hyperParameters()),
                orEmpty(request.inputDataConfig()).stream()
                        .map(input -> channel(input, algorithm.trainingInputMode()))
                        .toList(),
                output(request.outputDataConfig()),
                resources(request.resourceConfig()),
                stopping(request),
                checkpoints(request.checkpointConfig()),
                orEmpty(request.environment()),
                isTrue(request.enableNetworkIsolation()),
                isTrue(request.enableManagedSpotTraining()),
                request.roleArn(),
                Tag.map(request.tags()),
                new String(Json.bytes(codec.write(request)), UTF_8));
    }

    /// The request that a job was made with.
    CreateRequest request(TrainingJobSpec spec) {
        return codec.read(CreateRequest.class, Json.parseObject(spec.request().getBytes(UTF_8)));
    }

    static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static String image(JobParts.Algorithm algorithm) {
        String image = algorithm.trainingImage();
        if (algorithm.algorithmName() != null) {
            throw Invalid.request(
                    image == null
                            ? "AlgorithmName '%s' can't be found: this hub has no algorithm resources; give the TrainingImage of an algorithm"
                                    .formatted(algorithm.algorithmName())
                            : "AlgorithmName and TrainingImage can't both be given");
        }
        if (image == null) {
            throw Invalid.request(
                    "AlgorithmSpecification needs a TrainingImage, such as that of"
                            + " sagemaker-xgboost");
        }
        return image;
    }

    private static Channel channel(JobParts.Input input, String mode) {
        JobParts.S3Source source = input.dataSource().s3DataSource();
        if (source == null) {
            throw Invalid.request(
                    "Channel '%s' needs an S3DataSource; this hub has no shared file systems"
                            .formatted(input.channelName()));
        }
        return new Channel(
                input.channelName(),
                Channel.S3DataType.valueOf(source.s3DataType()),
                S3Uri.parse(source.s3Uri()),
                Channel.Distribution.valueOf(
                        Objects.requireNonNullElse(
                                source.s3DataDistributionType(), "FullyReplicated")),
                orEmpty(source.attributeNames()),
                input.contentType(),
                Channel.Compression.valueOf(
                        Objects.requireNonNullElse(input.compressionType(), "None")),
                Channel.RecordWrapper.valueOf(
                        Objects.requireNonNullElse(input.recordWrapperType(), "None")),
                Channel.InputMode.valueOf(Objects.requireNonNullElse(input.inputMode(), mode)));
    }

    private static S3Uri output(JobParts.Output output) {
        if ("NONE".equals(output.compressionType())) {
            throw Invalid.request(
                    "OutputDataConfig.CompressionType NONE is not possible on this hub yet; leave"
                            + " it out for model.tar.gz");
        }
        return S3Uri.parse(output.s3OutputPath());
    }

    private static TrainingJobSpec.Resources resources(JobParts.Resource config) {
        if (config.instanceGroups() != null && !config.instanceGroups().isEmpty()) {
            throw Invalid.request(
                    "InstanceGroups are not possible on this hub; give an InstanceType and an"
                            + " InstanceCount");
        }
        if (config.instanceType() == null) {
            throw Invalid.request("ResourceConfig needs an InstanceType, such as ml.m5.large");
        }
        return new TrainingJobSpec.Resources(
                config.instanceType(),
                Objects.requireNonNullElse(config.instanceCount(), 1),
                config.volumeSizeInGB());
    }

    private static TrainingJobSpec.Stopping stopping(CreateRequest request) {
        JobParts.Stop condition = request.stoppingCondition();
        int run = Objects.requireNonNullElse(condition.maxRuntimeInSeconds(), LONGEST_RUN_SECONDS);
        Integer wait = condition.maxWaitTimeInSeconds();
        if (!isTrue(request.enableManagedSpotTraining())) {
            if (wait != null) {
                throw Invalid.request(
                        "MaxWaitTimeInSeconds is only for jobs with EnableManagedSpotTraining;"
                                + " leave one out or add the other");
            }
            return new TrainingJobSpec.Stopping(Duration.ofSeconds(run), null);
        }
        if (wait == null || wait < run) {
            throw Invalid.request(
                    "Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal"
                            + " to MaxRuntimeInSeconds");
        }
        return new TrainingJobSpec.Stopping(Duration.ofSeconds(run), Duration.ofSeconds(wait));
    }

    private static TrainingJobSpec.@Nullable Checkpoints checkpoints(
            JobParts.@Nullable Checkpoint config) {
        return config == null
                ? null
                : new TrainingJobSpec.Checkpoints(
                        Objects.requireNonNullElse(config.localPath(), CHECKPOINTS),
                        S3Uri.parse(config.s3Uri()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
