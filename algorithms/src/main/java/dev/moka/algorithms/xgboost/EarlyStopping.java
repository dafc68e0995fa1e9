package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import java.util.OptionalInt;

/// The end of a training whose validation metric gets no better for some rounds.
final class EarlyStopping {
    private static final String VALIDATION = "validation";

    private final AlgorithmTable table;
    private final MetricPlan plan;
    private final int patience;
    private int bestRound = -1;
    private double best = Double.NaN;

    EarlyStopping(AlgorithmTable table, MetricPlan plan, int patience) {
        this.table = table;
        this.plan = plan;
        this.patience = patience;
    }

    /// Takes note of a round; true when the training is to end.
    boolean after(Evaluation evaluation) {
        var score =
                evaluation.scores().stream()
                        .filter(one -> one.set().equals(VALIDATION) && isWatched(one.metric()))
                        .reduce((_, last) -> last);
        if (score.isEmpty()) {
            return false;
        }
        double value = score.get().value();
        boolean more = MetricPlan.maximize(table, score.get().metric());
        if (bestRound < 0 || Double.isNaN(best) || (more ? value > best : value < best)) {
            best = value;
            bestRound = evaluation.round();
        }
        return evaluation.round() - bestRound >= patience;
    }

    /// The round with the best score, if there was one.
    OptionalInt bestRound() {
        return bestRound < 0 ? OptionalInt.empty() : OptionalInt.of(bestRound);
    }

    double best() {
        return best;
    }

    private boolean isWatched(String metric) {
        return plan.watchedMetric().map(metric::equals).orElse(true);
    }
}
