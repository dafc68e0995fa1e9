package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.hyperparameters.HyperparameterValue;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A job's hyperparameters as XGBoost 3 wants them: some are the container's own, some it has no
/// longer.
final class XgboostParameters {
    /// For the container, not for the library.
    private static final Set<String> OURS =
            Set.of(
                    "num_round",
                    "csv_weights",
                    "early_stopping_rounds",
                    "eval_metric",
                    "save_model_on_termination",
                    "_kfold",
                    "_num_cv_round",
                    "_tuning_objective_metric",
                    "nthread");

    /// AWS still takes these; XGBoost 3 has dropped them without a successor.
    private static final Set<String> DROPPED =
            Set.of(
                    "deterministic_histogram",
                    "single_precision_histogram",
                    "sketch_eps",
                    "predictor",
                    "prob_buffer_row",
                    "dsplit",
                    "lambda_bias",
                    "use_dask_gpu_training");

    private static final Map<String, String> RENAMED_VALUES =
            Map.of("reg:linear", "reg:squarederror", "gpu_hist", "hist");

    private XgboostParameters() {}

    /// @param metrics what the library itself is to measure; its choice when empty
    static List<Parameter> of(
            Hyperparameters given, List<String> metrics, int threads, JobLog log) {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, HyperparameterValue> entry : given.values().entrySet()) {
            String name = entry.getKey();
            if (DROPPED.contains(name)) {
                log.warning(
                        "Hyperparameter %s has no effect: XGBoost has it no longer"
                                .formatted(name));
            } else if (!OURS.contains(name)) {
                parameters.add(new Parameter(name, value(name, entry.getValue().text(), log)));
            }
        }
        for (String metric : metrics) {
            parameters.add(new Parameter("eval_metric", metric));
        }
        parameters.add(new Parameter("nthread", String.valueOf(threads)));
        return parameters;
    }

    /// The threads to use: what the job asks for, but not more than it may have.
    static int threads(Hyperparameters given, int processors) {
        return Math.min(given.integer("nthread").orElse(processors), processors);
    }

    private static String value(String name, String value, JobLog log) {
        String renamed = RENAMED_VALUES.get(value);
        if (renamed == null) {
            return value;
        }
        log.warning("Hyperparameter %s: '%s' is now '%s'".formatted(name, value, renamed));
        return renamed;
    }
}
