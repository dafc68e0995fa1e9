package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.TrainingJob;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.algorithms.xgboost.library.XgboostBooster;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A training in folds (`_kfold`, `_num_cv_round`): a model for each, all of them in the artifact.
record CrossValidation(TrainingJob job, FoldTraining training) {
    /// How one fold is trained.
    interface FoldTraining {
        Boosting.Result train(int fold, Watched train, Watched validation) throws IOException;
    }

    List<XgboostBooster> run(XgboostMatrix all, float[] labels) throws IOException {
        Hyperparameters given = job.hyperparameters();
        JobLog log = job.log();
        int folds = given.integer("_kfold").orElseThrow();
        int rounds = given.integer("_num_cv_round").orElse(1);
        boolean classes =
                given.has("num_class") || given.text("objective").orElse("").startsWith("binary:");
        log.info(
                "Run %d-round of %d-fold cross validation with %d rows"
                        .formatted(rounds, folds, labels.length));
        var predictions = new ValidationPredictions(labels, rounds, classes);
        List<XgboostBooster> boosters = new ArrayList<>();
        List<Evaluation> overall = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (Folds fold :
                    Folds.of(
                            labels.length,
                            folds,
                            classes ? labels : new float[0],
                            round + seed())) {
                if (job.stop().isStopped()) {
                    return boosters;
                }
                log.info("Train cross validation fold %d".formatted(evaluations.size() + 1));
                boosters.add(one(all, labels, fold, boosters.size(), predictions, evaluations));
            }
            log.info("The metrics of round %d cross validation".formatted(round + 1));
            print(evaluations);
            overall.addAll(evaluations);
        }
        Path file = predictions.save(job.folders().outputData());
        log.info("Storing predictions on validation set(s) in " + file);
        if (rounds > 1) {
            log.info("The overall metrics of %d-round cross validation".formatted(rounds));
            print(overall);
        }
        return boosters;
    }

    private XgboostBooster one(
            XgboostMatrix all,
            float[] labels,
            Folds fold,
            int number,
            ValidationPredictions predictions,
            List<Evaluation> evaluations)
            throws IOException {
        try (XgboostMatrix train = all.slice(fold.train());
                XgboostMatrix test = all.slice(fold.test())) {
            var result =
                    training.train(
                            number,
                            new Watched("train", train, Folds.choose(labels, fold.train())),
                            new Watched("validation", test, Folds.choose(labels, fold.test())));
            predictions.record(fold.test(), result.booster().predict(test));
            keep(result.last(), evaluations);
            return result.booster();
        }
    }

    private static void keep(@Nullable Evaluation last, List<Evaluation> evaluations) {
        if (last != null) {
            evaluations.add(last);
        }
    }

    /// The mean of each metric over the folds, as the line of the round `num_round`.
    private void print(List<Evaluation> evaluations) {
        Map<Evaluation.Score, Double> sums = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluations) {
            for (Evaluation.Score score : evaluation.scores()) {
                sums.merge(
                        new Evaluation.Score(score.set(), score.metric(), 0),
                        score.value() / evaluations.size(),
                        Double::sum);
            }
        }
        int rounds = job.hyperparameters().integer("num_round").orElseThrow();
        List<Evaluation.Score> means = new ArrayList<>();
        sums.forEach((score, mean) ->
                means.add(new Evaluation.Score(score.set(), score.metric(), mean)));
        job.log().raw(new Evaluation(rounds, means).line());
    }

    private long seed() {
        return job.hyperparameters().integer("seed").orElse(0);
    }
}
