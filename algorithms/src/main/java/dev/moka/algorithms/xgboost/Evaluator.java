package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.xgboost.library.XgboostBooster;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What measures a model after each round: the library, then us.
record Evaluator(MetricPlan plan, List<Watched> sets) {
    Evaluator {
        sets = List.copyOf(sets);
    }

    Evaluation evaluate(XgboostBooster booster, int round) {
        Map<String, XgboostMatrix> matrices = new LinkedHashMap<>();
        sets.forEach(set -> matrices.put(set.name(), set.matrix()));
        List<String> names = List.copyOf(matrices.keySet());
        List<Evaluation.Score> all = Evaluation.parse(booster.evaluate(round, matrices), names);
        List<Evaluation.Score> scores = new ArrayList<>();
        for (Watched set : sets) {
            all.stream().filter(score -> score.set().equals(set.name())).forEach(scores::add);
            scores.addAll(own(booster, set));
        }
        return new Evaluation(round, scores);
    }

    private List<Evaluation.Score> own(XgboostBooster booster, Watched set) {
        if (plan.ours().isEmpty()) {
            return List.of();
        }
        boolean margins = plan.ours().stream().anyMatch(OwnMetrics::onMargins);
        boolean answers = !plan.ours().stream().allMatch(OwnMetrics::onMargins);
        Output none = new Output(1, new float[0]);
        Output sums = margins ? booster.margins(set.matrix()) : none;
        Output said = answers ? booster.predict(set.matrix()) : none;
        return plan.ours().stream()
                .map(metric ->
                        new Evaluation.Score(
                                set.name(),
                                metric,
                                OwnMetrics.measure(
                                        metric,
                                        OwnMetrics.onMargins(metric) ? sums : said,
                                        set.labels())))
                .toList();
    }
}
