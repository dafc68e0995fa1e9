package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.Predictions;
import dev.moka.algorithms.algorithm.Predictions.Column;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import dev.moka.protocol.container.Serving;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What of a prediction is replied: the score, or the keys that `SAGEMAKER_INFERENCE_OUTPUT` names.
///
/// @param keys in the order of the reply; none for the score alone
record SelectedOutput(String objective, int classes, List<String> keys) {
    private static final String KEY = "predictions";
    private static final double HALF = 0.5;
    private static final Set<String> REGRESSION = Set.of("predicted_score");
    private static final Set<String> SCORES =
            Set.of("predicted_label", "labels", "raw_score", "raw_scores");
    private static final Set<String> PROBABILITIES =
            Set.of(
                    "predicted_label",
                    "labels",
                    "probability",
                    "probabilities",
                    "raw_score",
                    "raw_scores");
    private static final Map<String, Set<String>> VALID =
            Map.of(
                    "reg:squarederror", REGRESSION,
                    "reg:logistic", REGRESSION,
                    "reg:gamma", REGRESSION,
                    "reg:absoluteerror", REGRESSION,
                    "reg:tweedie", REGRESSION,
                    "binary:logistic", PROBABILITIES,
                    "binary:logitraw", SCORES,
                    "binary:hinge", SCORES,
                    "multi:softmax", SCORES,
                    "multi:softprob", PROBABILITIES);

    SelectedOutput {
        keys = List.copyOf(keys);
    }

    static SelectedOutput of(
            Map<String, String> environment, String objective, int classes, JobLog log) {
        String wanted = environment.get(Serving.INFERENCE_OUTPUT_VARIABLE);
        if (wanted == null) {
            return new SelectedOutput(objective, classes, List.of());
        }
        Set<String> valid = VALID.get(objective);
        if (valid == null) {
            throw new JobError.Client(
                    "Objective `%s` unsupported for selectable inference predictions."
                            .formatted(objective));
        }
        List<String> keys =
                List.of(wanted.replace(" ", "").toLowerCase(Locale.ROOT).split(",", -1));
        List<String> invalid = keys.stream().filter(key -> !valid.contains(key)).toList();
        if (!invalid.isEmpty()) {
            log.warning(
                    "Selected key(s) %s incompatible for objective '%s'. Please use list of compatible selectable inference predictions: %s"
                            .formatted(invalid, objective, valid));
        }
        return new SelectedOutput(objective, classes, keys);
    }

    Predictions of(Output output, int rows) {
        if (keys.isEmpty()) {
            return new Predictions(
                    KEY,
                    true,
                    rows,
                    List.of(
                            new Column.Numbers(
                                    "score",
                                    output.width(),
                                    output.width() > 1,
                                    doubles(output.values()))));
        }
        return new Predictions(
                KEY, false, rows, keys.stream().map(key -> column(key, output, rows)).toList());
    }

    private Column column(String key, Output output, int rows) {
        if (!VALID.getOrDefault(objective, Set.of()).contains(key)) {
            double[] nothing = new double[rows];
            Arrays.fill(nothing, Double.NaN);
            return new Column.Numbers(key, 1, false, nothing);
        }
        return switch (key) {
            case "predicted_label" -> label(key, output, rows);
            case "labels" -> labels(key, rows);
            case "probability", "raw_score" ->
                    new Column.Numbers(key, 1, false, largest(output, rows));
            case "probabilities", "raw_scores" -> all(key, output, rows);
            default -> new Column.Numbers(key, 1, false, doubles(output.values()));
        };
    }

    /// Hinge and softmax answer with the label itself, which AWS shows as a float.
    private Column label(String key, Output output, int rows) {
        if (objective.equals("binary:hinge") || objective.equals("multi:softmax")) {
            return new Column.Numbers(key, 1, false, doubles(output.values()));
        }
        double border = objective.equals("binary:logitraw") ? 0 : HALF;
        long[] labels = new long[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] =
                    output.width() > 1 ? best(output, row) : output.values()[row] > border ? 1 : 0;
        }
        return new Column.Integers(key, 1, false, labels);
    }

    private Column labels(String key, int rows) {
        int count = objective.startsWith("binary:") ? 2 : classes;
        long[] labels = new long[rows * count];
        Arrays.setAll(labels, i -> i % count);
        return new Column.Integers(key, count, true, labels);
    }

    /// Of a single number AWS makes two, its complement first, whatever the number means.
    private static Column all(String key, Output output, int rows) {
        if (output.width() > 1) {
            return new Column.Numbers(key, output.width(), true, doubles(output.values()));
        }
        double[] both = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            both[2 * row] = 1.0 - output.values()[row];
            both[2 * row + 1] = output.values()[row];
        }
        return new Column.Numbers(key, 2, true, both);
    }

    private static double[] largest(Output output, int rows) {
        double[] largest = new double[rows];
        Arrays.setAll(largest, row -> output.values()[row * output.width() + best(output, row)]);
        return largest;
    }

    private static int best(Output output, int row) {
        int best = 0;
        for (int i = 1; i < output.width(); i++) {
            if (output.values()[row * output.width() + i]
                    > output.values()[row * output.width() + best]) {
                best = i;
            }
        }
        return best;
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
