package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import java.util.Set;

/// The metrics that AWS's container adds to XGBoost's, as scikit-learn computes them, without
/// weights.
///
/// Classes are told from margins (the sums of the trees): the largest of a row, or above 0.
final class OwnMetrics {
    private static final Set<String> CLASSIFICATION =
            Set.of(
                    "accuracy",
                    "balanced_accuracy",
                    "f1",
                    "f1_binary",
                    "f1_macro",
                    "precision",
                    "precision_macro",
                    "precision_micro",
                    "recall",
                    "recall_macro",
                    "recall_micro");
    private static final Set<String> REGRESSION = Set.of("mse", "r2");

    private OwnMetrics() {}

    static boolean has(String metric) {
        return CLASSIFICATION.contains(metric) || REGRESSION.contains(metric);
    }

    /// Whether a metric looks at margins; the others look at what the model answers.
    static boolean onMargins(String metric) {
        return CLASSIFICATION.contains(metric);
    }

    static double measure(String metric, Output predictions, float[] labels) {
        return switch (metric) {
            case "mse" -> squaredError(predictions.values(), labels) / labels.length;
            case "r2" -> r2(predictions.values(), labels);
            default -> ClassScores.of(predictions, labels).measure(metric);
        };
    }

    private static double squaredError(float[] values, float[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double error = (double) values[i] - labels[i];
            sum += error * error;
        }
        return sum;
    }

    private static double r2(float[] values, float[] labels) {
        double mean = 0;
        for (float label : labels) {
            mean += label;
        }
        mean /= labels.length;
        double spread = 0;
        for (float label : labels) {
            spread += (label - mean) * (label - mean);
        }
        double error = squaredError(values, labels);
        if (spread == 0) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / spread;
    }
}
