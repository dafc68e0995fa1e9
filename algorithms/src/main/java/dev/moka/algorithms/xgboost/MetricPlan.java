package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is measured after each round, and by whom.
///
/// @param library metrics that XGBoost has; when empty, it measures the objective's own
/// @param ours metrics that AWS's container adds
/// @param watched the metric that ends the training early, or null for the last one measured
record MetricPlan(List<String> library, List<String> ours, @Nullable String watched) {

    static MetricPlan of(Hyperparameters given) {
        List<String> asked = given.words("eval_metric");
        List<String> tuned =
                given.text("_tuning_objective_metric")
                        .map(metric ->
                                List.of(metric.substring(metric.indexOf(':') + 1).split(",", -1)))
                        .orElse(List.of());
        List<String> all = union(asked, tuned);
        List<String> library = all.stream().filter(name -> !OwnMetrics.has(name)).toList();
        List<String> ours = all.stream().filter(OwnMetrics::has).toList();
        List<String> watched = tuned.isEmpty() ? asked : tuned;
        return new MetricPlan(library, ours, watched.isEmpty() ? null : watched.getLast());
    }

    Optional<String> watchedMetric() {
        return Optional.ofNullable(watched);
    }

    /// Whether more of a metric is better.
    static boolean maximize(AlgorithmTable table, String metric) {
        String name = metric.contains("@") ? metric.substring(0, metric.indexOf('@')) : metric;
        return table.metrics().stream()
                .anyMatch(row -> row.name().equals("validation:" + name) && row.maximize());
    }

    /// Two lists become one in alphabetical order, as in AWS's container.
    private static List<String> union(List<String> asked, List<String> tuned) {
        if (asked.isEmpty() || tuned.isEmpty()) {
            return asked.isEmpty() ? tuned : asked;
        }
        var both = new TreeSet<>(asked);
        both.addAll(tuned);
        return new ArrayList<>(both);
    }
}
