package dev.moka.hub.training;

import dev.moka.hub.errors.ValidationException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked of a training job.
///
/// @param metrics beside those of the built-in algorithm
/// @param entrypoint the program instead of the image's own, empty for that
/// @param arguments of the entrypoint
/// @param outputPath below which `<job>/output/model.tar.gz` goes
/// @param checkpoints where they are kept, absent when there are none to keep
/// @param request the whole request as JSON, so that Describe can say what the hub itself does not
///   look at
public record TrainingJobSpec(
        String image,
        List<String> entrypoint,
        List<String> arguments,
        List<MetricDefinition> metrics,
        Map<String, String> hyperParameters,
        List<Channel> channels,
        S3Uri outputPath,
        Resources resources,
        Stopping stopping,
        @Nullable Checkpoints checkpoints,
        Map<String, String> environment,
        boolean networkIsolation,
        boolean managedSpot,
        String roleArn,
        Map<String, String> tags,
        String request) {

    /// On what the job runs.
    public record Resources(String instanceType, int instanceCount, int volumeSizeInGb) {}

    /// When a job is stopped though it is not done.
    ///
    /// @param maxWait for managed spot training: the longest from the request to the end
    public record Stopping(Duration maxRuntime, @Nullable Duration maxWait) {
        public static final Stopping ONE_DAY = new Stopping(Duration.ofDays(1), null);
    }

    /// Which folder is kept where in S3 while the job runs, and brought back when it runs again.
    public record Checkpoints(String localPath, S3Uri uri) {}

    public TrainingJobSpec {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        metrics = List.copyOf(metrics);
        hyperParameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperParameters));
        channels = List.copyOf(channels);
        environment = Map.copyOf(environment);
        tags = Map.copyOf(tags);
        requireDistinct(channels);
    }

    private static void requireDistinct(List<Channel> channels) {
        Set<String> names = new LinkedHashSet<>();
        for (Channel channel : channels) {
            if (!names.add(channel.name())) {
                throw new ValidationException(
                        "There are two channels '%s'; each needs a name of its own"
                                .formatted(channel.name()));
            }
        }
    }
}
