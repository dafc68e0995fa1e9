package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.Algorithm;
import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.Model;
import dev.moka.algorithms.algorithm.ServingSettings;
import dev.moka.algorithms.algorithm.TrainingJob;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.algorithms.xgboost.library.LibraryFile;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import java.io.IOException;

/// XGBoost: gradient-boosted trees, and AWS's ways around them.
public final class Xgboost implements Algorithm {
    /// The model's file, and the beginning of the files of a cross-validated job.
    static final String MODEL_NAME = "xgboost-model";

    private final AlgorithmTable table = AlgorithmTable.read(Xgboost.class, "xgboost");

    @Override
    public AlgorithmTable table() {
        return table;
    }

    @Override
    public void validate(Hyperparameters hyperparameters) {
        XgboostRules.check(hyperparameters);
    }

    @Override
    public void train(TrainingJob job) throws IOException {
        new XgboostTraining(library(), table, job).run();
    }

    @Override
    public Model load(ServingSettings settings) throws IOException {
        return XgboostModel.load(library(), settings);
    }

    private static XgboostLibrary library() {
        try {
            return XgboostLibrary.load(LibraryFile.find());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new JobError.InternalServer(
                    "XGBoost's library can't be loaded (is libgomp installed?): " + e.getMessage(),
                    e);
        }
    }
}
