package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.data.Batch;
import dev.moka.algorithms.data.LabelledRows;
import dev.moka.algorithms.data.RowPlace;
import java.util.function.DoublePredicate;

/// The check of labels and weights against the objective, which names the file and the line.
final class LabelCheck {
    private final String objective;
    private final String problem;
    private final DoublePredicate allowed;

    private LabelCheck(String objective, String problem, DoublePredicate allowed) {
        this.objective = objective;
        this.problem = problem;
        this.allowed = allowed;
    }

    /// The library's own words, as AWS's container passes them on.
    static LabelCheck of(String objective, int classes) {
        return switch (objective) {
            case "binary:logistic", "binary:logitraw", "reg:logistic" ->
                    new LabelCheck(
                            objective,
                            "label must be in [0,1] for logistic regression",
                            label -> label >= 0 && label <= 1);
            case "binary:hinge" ->
                    new LabelCheck(
                            objective,
                            "label must be 0 or 1 for hinge loss",
                            label -> label == 0 || label == 1);
            case "multi:softmax", "multi:softprob" ->
                    new LabelCheck(
                            objective,
                            "label must be in [0, num_class) with num_class=%d and a whole number"
                                    .formatted(classes),
                            label -> label >= 0 && label < classes && label == Math.rint(label));
            case "count:poisson" ->
                    new LabelCheck(
                            objective,
                            "PoissonRegression: label must be nonnegative",
                            label -> label >= 0);
            case "reg:tweedie" ->
                    new LabelCheck(
                            objective,
                            "TweedieRegression: label must be nonnegative",
                            label -> label >= 0);
            case "reg:gamma" ->
                    new LabelCheck(
                            objective,
                            "GammaRegression: label must be positive",
                            label -> label > 0);
            case "reg:squaredlogerror" ->
                    new LabelCheck(
                            objective,
                            "label must be greater than -1 for rmsle",
                            label -> label > -1);
            default -> new LabelCheck(objective, "", _ -> true);
        };
    }

    void check(String channel, LabelledRows rows) {
        for (Batch batch : rows.batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                float label = batch.labels()[row];
                if (!Float.isFinite(label)) {
                    throw wrong(
                            channel,
                            batch,
                            row,
                            "Label contains NaN, infinity or a value too large");
                }
                if (!allowed.test(label)) {
                    throw wrong(channel, batch, row, problem);
                }
            }
            weights(channel, batch);
        }
    }

    private JobError.Client wrong(String channel, Batch batch, int row, String what) {
        return new JobError.Client(
                "%s: %s of channel '%s' has the label %s (objective %s)"
                        .formatted(
                                what,
                                RowPlace.of(batch, row),
                                channel,
                                text(batch.labels()[row]),
                                objective));
    }

    private static void weights(String channel, Batch batch) {
        for (int row = 0; row < batch.weights().length; row++) {
            float weight = batch.weights()[row];
            if (!(weight >= 0) || Float.isInfinite(weight)) {
                throw new JobError.Client(
                        "Weights must be nonnegative numbers: %s of channel '%s' has the weight %s"
                                .formatted(RowPlace.of(batch, row), channel, text(weight)));
            }
        }
    }

    private static String text(float value) {
        return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
    }
}
