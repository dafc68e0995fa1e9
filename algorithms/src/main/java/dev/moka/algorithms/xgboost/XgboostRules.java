package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import java.util.List;
import java.util.Set;

/// The rules between XGBoost's hyperparameters, in the words of AWS's container.
final class XgboostRules {
    private static final Set<String> GROWERS =
            Set.of("grow_colmaker", "distcol", "grow_histmaker", "grow_quantile_histmaker");
    private static final Set<String> TREE_UPDATERS =
            Set.of(
                    "grow_colmaker",
                    "distcol",
                    "grow_histmaker",
                    "grow_skmaker",
                    "sync",
                    "refresh",
                    "prune",
                    "grow_quantile_histmaker");
    private static final Set<String> GONE = Set.of("distcol", "grow_skmaker");
    private static final Set<String> LINEAR_UPDATERS = Set.of("shotgun", "coord_descent");
    private static final Set<String> REFRESHERS = Set.of("refresh", "prune");
    private static final Set<String> THRESHOLD_METRICS = Set.of("error", "ndcg", "map");

    private XgboostRules() {}

    static void check(Hyperparameters given) {
        objective(given);
        evalMetric(given);
        updater(given);
        constraints(given);
    }

    private static void objective(Hyperparameters given) {
        String objective = given.text("objective").orElse("");
        boolean multi = objective.startsWith("multi:");
        if (multi && !given.has("num_class")) {
            throw new JobError.Client(
                    "Require input for parameter 'num_class' for multi-classification");
        }
        if (!multi && given.has("num_class")) {
            throw new JobError.Client(
                    "Do not need to setup parameter 'num_class' for learning task other than"
                            + " multi-classification.");
        }
    }

    private static void evalMetric(Hyperparameters given) {
        List<String> metrics = given.words("eval_metric");
        String objective = given.text("objective").orElse("reg:squarederror");
        for (String metric : metrics) {
            threshold(metric);
        }
        boolean ranks = objective.startsWith("binary:") || objective.startsWith("rank:");
        if (metrics.contains("auc") && !ranks) {
            throw new JobError.Client(
                    "Metric 'auc' can only be applied for classification and ranking problems.");
        }
        if (metrics.contains("aft-nloglik") && !objective.equals("survival:aft")) {
            throw new JobError.Client(
                    "Metric 'aft-nloglik' can only be applied for 'survival:aft' objective.");
        }
    }

    private static void threshold(String metric) {
        int at = metric.indexOf('@');
        if (at < 0) {
            return;
        }
        String name = metric.substring(0, at);
        if (!THRESHOLD_METRICS.contains(name)) {
            throw new JobError.Client(
                    ("Metric '%s' is not supported. Parameter 'eval_metric' with customized"
                         + " threshold should be one of these options: 'error', 'ndcg', 'map'.")
                            .formatted(metric));
        }
        try {
            Double.parseDouble(metric.substring(at + 1).replaceFirst("-$", ""));
        } catch (NumberFormatException e) {
            throw new JobError.Client(
                    "Threshold value 't' in '%s@t' expects float input.".formatted(name), e);
        }
    }

    private static void updater(Hyperparameters given) {
        List<String> updaters = given.words("updater");
        if (updaters.isEmpty()) {
            return;
        }
        if (given.is("booster", "gblinear")) {
            if (updaters.size() != 1 || !LINEAR_UPDATERS.contains(updaters.getFirst())) {
                throw new JobError.Client(
                        "Linear updater should be one of these options: 'shotgun',"
                                + " 'coord_descent'.");
            }
            return;
        }
        if (given.is("process_type", "update")) {
            if (!REFRESHERS.containsAll(updaters)) {
                throw new JobError.Client(
                        "process_type 'update' can only be used with updater 'refresh' and"
                                + " 'prune'");
            }
            return;
        }
        treeUpdaters(updaters);
    }

    private static void treeUpdaters(List<String> updaters) {
        if (!TREE_UPDATERS.containsAll(updaters)) {
            throw new JobError.Client(
                    "Tree updater should be selected from these options: 'grow_colmaker',"
                        + " 'distcol', 'grow_histmaker', 'grow_skmaker', 'grow_quantile_histmaker',"
                        + " 'sync', 'refresh', 'prune', 'shortgun', 'coord_descent'.");
        }
        if (updaters.stream().filter(GROWERS::contains).count() > 1) {
            throw new JobError.Client(
                    "Only one tree grow plugin can be selected. Choose one from the following:"
                            + " 'grow_colmaker', 'distcol', 'grow_histmaker', 'grow_skmaker'");
        }
        for (String updater : updaters) {
            if (GONE.contains(updater)) {
                throw new JobError.Client(
                        "Hyperparameter updater: XGBoost no longer has '%s'; leave updater out and set tree_method"
                                .formatted(updater));
            }
        }
    }

    private static void constraints(Hyperparameters given) {
        String method = given.text("tree_method").orElse("");
        if (given.has("monotone_constraints") && !Set.of("exact", "hist").contains(method)) {
            throw new JobError.Client(
                    "monotone_constraints can be used only when the tree_method parameter is set to"
                            + " either 'exact' or 'hist'.");
        }
        if (given.has("interaction_constraints")
                && !Set.of("exact", "hist", "approx").contains(method)) {
            throw new JobError.Client(
                    "interaction_constraints can be used only when the tree_method parameter is set"
                            + " to either 'exact', 'hist' or 'approx'.");
        }
    }
}
