package dev.moka.algorithms.algorithm;

import dev.moka.algorithms.hyperparameters.Hyperparameters;
import java.io.IOException;

/// A built-in algorithm: what it takes, how it learns, how a model of it answers.
public interface Algorithm {
    AlgorithmTable table();

    /// Checks what the table can't say: settings that ask for each other.
    ///
    /// @throws JobError.Client when a rule is broken
    void validate(Hyperparameters hyperparameters);

    /// Learns from the job's channels and leaves a model in its model folder. When the job is to
    /// stop early, what was learnt so far is the model.
    ///
    /// @throws JobError when it can't
    void train(TrainingJob job) throws IOException;

    /// Loads a model.
    ///
    /// @throws JobError when the folder holds none of this algorithm
    Model load(ServingSettings settings) throws IOException;
}
