package dev.moka.hub.training;

import dev.moka.hub.training.TrainingJobSpec.Resources;
import dev.moka.hub.training.TrainingJobSpec.Stopping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Specs of jobs for tests.
public final class JobSpecs {
    private JobSpecs() {}

    public static TrainingJobSpec of(String image, S3Uri output, Channel... channels) {
        return new TrainingJobSpec(
                image,
                List.of(),
                List.of(),
                List.of(new MetricDefinition("train:auc", "train-auc:([0-9.]+)")),
                Map.of("num_round", "10"),
                List.of(channels),
                output,
                new Resources("ml.m5.large", 1, 1),
                Stopping.ONE_DAY,
                null,
                Map.of("GREETING", "hello"),
                true,
                false,
                "arn:aws:iam::123456789012:role/trainer",
                Map.of("team", "blue"),
                "{}");
    }

    public static TrainingJobSpec with(TrainingJobSpec spec, Stopping stopping) {
        return with(spec, stopping, spec.checkpoints(), spec.hyperParameters(), spec.metrics());
    }

    public static TrainingJobSpec with(
            TrainingJobSpec spec, Stopping stopping, TrainingJobSpec.Checkpoints checkpoints) {
        return with(spec, stopping, checkpoints, spec.hyperParameters(), spec.metrics());
    }

    public static TrainingJobSpec with(TrainingJobSpec spec, Map<String, String> hyperParameters) {
        return with(spec, spec.stopping(), spec.checkpoints(), hyperParameters, List.of());
    }

    private static TrainingJobSpec with(
            TrainingJobSpec spec,
            Stopping stopping,
            TrainingJobSpec.@Nullable Checkpoints checkpoints,
            Map<String, String> hyperParameters,
            List<MetricDefinition> metrics) {
        return new TrainingJobSpec(
                spec.image(),
                spec.entrypoint(),
                spec.arguments(),
                metrics,
                hyperParameters,
                spec.channels(),
                spec.outputPath(),
                spec.resources(),
                stopping,
                checkpoints,
                spec.environment(),
                spec.networkIsolation(),
                spec.managedSpot(),
                spec.roleArn(),
                spec.tags(),
                spec.request());
    }
}
