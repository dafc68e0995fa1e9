package dev.moka.algorithms.algorithm;

import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.protocol.container.InputDataConfig;
import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.ResourceConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an algorithm is given to train.
///
/// @param checkpoints where to keep checkpoints; null when the job keeps none
/// @param processors how many threads to use
public record TrainingJob(
        OptMl folders,
        Hyperparameters hyperparameters,
        InputDataConfig channels,
        ResourceConfig resources,
        @Nullable Path checkpoints,
        int processors,
        JobLog log,
        StopSignal stop) {

    public Optional<Path> checkpointFolder() {
        return Optional.ofNullable(checkpoints);
    }
}
