package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.TrainingJob;
import dev.moka.algorithms.xgboost.library.XgboostBooster;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Parameter;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rounds of one training: learn, measure, keep, perhaps end early.
///
/// @param checkpoints where to keep checkpoints, or null
/// @param intermediate the file that always holds the model so far (`save_model_on_termination`),
///   or null
record Boosting(
        XgboostLibrary library,
        AlgorithmTable table,
        TrainingJob job,
        MetricPlan plan,
        List<Parameter> parameters,
        @Nullable Checkpoints checkpoints,
        @Nullable Path intermediate) {
    /// Saving each round would cost more than the rounds of a large model.
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(1);

    /// What came out.
    ///
    /// @param last the metrics of the last round; null when no round was left to do
    record Result(XgboostBooster booster, @Nullable Evaluation last) {}

    Result train(Watched train, @Nullable Watched validation) throws IOException {
        List<Watched> sets = validation == null ? List.of(train) : List.of(train, validation);
        List<XgboostMatrix> matrices = sets.stream().map(Watched::matrix).toList();
        XgboostBooster booster = XgboostBooster.create(library, matrices);
        int first = checkpoints == null ? 0 : checkpoints.restore(booster, job.log());
        booster.set(parameters);
        Optional<EarlyStopping> stopping = earlyStopping(validation != null);
        Evaluation last =
                rounds(booster, first, train.matrix(), new Evaluator(plan, sets), stopping);
        return new Result(best(booster, stopping), last);
    }

    private @Nullable Evaluation rounds(
            XgboostBooster booster,
            int first,
            XgboostMatrix train,
            Evaluator evaluator,
            Optional<EarlyStopping> stopping)
            throws IOException {
        int rounds = job.hyperparameters().integer("num_round").orElseThrow();
        long saved = System.nanoTime() - BETWEEN_SAVES.toNanos();
        Evaluation last = null;
        for (int round = first; round < rounds; round++) {
            booster.update(round, train);
            last = evaluator.evaluate(booster, round);
            job.log().raw(last.line());
            Evaluation now = last;
            boolean end =
                    stopping.map(rule -> rule.after(now)).orElse(false) || job.stop().isStopped();
            if (end || round == rounds - 1 || due(saved)) {
                save(booster, round);
                saved = System.nanoTime();
            }
            if (end) {
                told(round);
                break;
            }
        }
        return last;
    }

    private Optional<EarlyStopping> earlyStopping(boolean validated) {
        var patience = job.hyperparameters().integer("early_stopping_rounds");
        if (patience.isEmpty()) {
            return Optional.empty();
        }
        if (!validated) {
            job.log()
                    .warning(
                            "early_stopping_rounds has no effect: there is no channel 'validation'"
                                    + " to watch");
            return Optional.empty();
        }
        return Optional.of(new EarlyStopping(table, plan, patience.getAsInt()));
    }

    private void save(XgboostBooster booster, int round) throws IOException {
        if (checkpoints != null) {
            checkpoints.save(booster, round);
        }
        if (intermediate != null) {
            ModelFile.write(intermediate, booster.save());
        }
    }

    private void told(int round) {
        job.log()
                .info(
                        job.stop().isStopped()
                                ? "Told to stop: keeping the model of %d rounds"
                                        .formatted(round + 1)
                                : "Stopping after round %d: the validation metric got no better"
                                        .formatted(round));
    }

    /// Cut to its best round, as XGBoost's own `save_best` does; linear models have no rounds to
    /// cut.
    private XgboostBooster best(XgboostBooster booster, Optional<EarlyStopping> stopping) {
        if (stopping.isEmpty()
                || stopping.get().bestRound().isEmpty()
                || job.hyperparameters().is("booster", "gblinear")) {
            return booster;
        }
        int round = stopping.get().bestRound().getAsInt();
        XgboostBooster best = booster.firstRounds(round + 1);
        booster.close();
        best.setAttribute("best_iteration", String.valueOf(round));
        best.setAttribute("best_score", String.valueOf(stopping.get().best()));
        return best;
    }

    private static boolean due(long saved) {
        return System.nanoTime() - saved >= BETWEEN_SAVES.toNanos();
    }
}
