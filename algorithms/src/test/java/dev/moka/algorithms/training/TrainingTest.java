package dev.moka.algorithms.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.StopSignal;
import dev.moka.algorithms.program.JobFolder;
import dev.moka.algorithms.xgboost.Xgboost;
import dev.moka.protocol.container.Failure;
import dev.moka.protocol.container.OptMl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final String CSV = "text/csv";

    @TempDir Path base;
    private JobFolder job;
    private final List<String> log = new ArrayList<>();
    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of("num_round", "8", "objective", "binary:logistic", "max_depth", "3"));

    @BeforeEach
    void folder() {
        job = JobFolder.in(base);
    }

    @Test
    void trainingEndsWhenTheValidationGetsNoBetter() throws Exception {
        settings.putAll(
                Map.of("num_round", "500", "eval_metric", "logloss", "early_stopping_rounds", "5"));
        trainAndValidation();
        assertThat(train()).isZero();
        long rounds =
                log.stream()
                        .filter(line -> line.startsWith("["))
                        .filter(line -> line.contains("\t"))
                        .count();
        assertThat(rounds).isLessThan(400);
        assertThat(log).anyMatch(line -> line.contains("the validation metric got no better"));
    }

    @Test
    void checkpointsAreKeptAndATrainingGoesOnFromThem() throws Exception {
        trainAndValidation();
        job.keepCheckpoints();
        assertThat(train()).isZero();
        assertThat(base.resolve("checkpoints/xgboost-checkpoint.7")).isNotEmptyFile();
        settings.put("num_round", "12");
        log.clear();
        trainAndValidation();
        assertThat(train()).isZero();
        assertThat(log).anyMatch(line -> line.endsWith("Resuming from iteration 8"));
        assertThat(log.stream().filter(line -> line.contains("\ttrain-")).findFirst().orElseThrow())
                .startsWith("[8]\t");
        assertThat(base.resolve("checkpoints/xgboost-checkpoint.11")).exists();
    }

    @Test
    void aCrossValidationLeavesAModelPerFold() throws Exception {
        settings.putAll(Map.of("_kfold", "3", "_num_cv_round", "2", "eval_metric", "auc"));
        trainAndValidation();
        assertThat(train()).isZero();
        for (int fold = 0; fold < 6; fold++) {
            assertThat(base.resolve("model/xgboost-model-" + fold)).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(base.resolve("output/data/predictions.csv"))).hasSize(800);
        assertThat(log)
                .anyMatch(line -> line.matches("\\[8]\ttrain-auc:\\S+\tvalidation-auc:\\S+"));
    }

    @Test
    void everyObjectiveTrains() throws Exception {
        for (String objective :
                List.of(
                        "binary:logitraw",
                        "binary:hinge",
                        "count:poisson",
                        "rank:pairwise",
                        "rank:ndcg",
                        "rank:map",
                        "reg:linear",
                        "reg:squarederror",
                        "reg:logistic",
                        "reg:pseudohubererror",
                        "reg:squaredlogerror",
                        "reg:absoluteerror",
                        "reg:tweedie",
                        "survival:cox")) {
            settings.putAll(Map.of("objective", objective, "num_round", "2"));
            trainAndValidation();
            assertThat(train()).as(objective + ": " + log).isZero();
        }
        job.write("train", "train.csv", "1,2,3\n2,3,1\n5,4,4\n");
        for (String objective : List.of("reg:gamma", "survival:aft")) {
            settings.put("objective", objective);
            job.configure(settings, Map.of("train", CSV));
            assertThat(train()).as(objective + ": " + log).isZero();
        }
    }

    @Test
    void manyClassesAndLinearModelsTrain() throws Exception {
        settings.putAll(
                Map.of(
                        "objective",
                        "multi:softprob",
                        "num_class",
                        "4",
                        "eval_metric",
                        "merror,f1_macro"));
        job.write("train", "train.csv", JobFolder.rows(300, 3, 4, 1));
        job.configure(settings, Map.of("train", CSV));
        assertThat(train()).as(log.toString()).isZero();
        settings.putAll(Map.of("booster", "gblinear", "eval_metric", "mlogloss"));
        job.configure(settings, Map.of("train", CSV));
        assertThat(train()).as(log.toString()).isZero();
    }

    @Test
    void libSvmIsTheDefaultContentType() throws Exception {
        job.write("train", "part-0", "1 0:1 2:3\n0 1:2\n1:0.5 0:4 2:1\n");
        job.configure(settings, new HashMap<>());
        Files.writeString(job.folders().inputDataConfigFile(), "{\"train\":{}}");
        assertThat(train()).as(log.toString()).isZero();
    }

    @Test
    void wrongSettingsAndDataAreTheClientsErrors() throws Exception {
        trainAndValidation();
        failure(
                Map.of("etta", "1"),
                "ClientError: Extraneous hyperparameter found: etta; did you mean 'eta'?");
        failure(
                Map.of("objective", "multi:softmax"),
                "ClientError: Require input for parameter 'num_class' for multi-classification");
        failure(
                Map.of("objective", "reg:squarederror", "eval_metric", "auc"),
                "ClientError: Metric 'auc' can only be applied for classification and ranking"
                        + " problems.");
        job.write("train", "train.csv", "1,2,3,4,5,6\n\n3,2,3,4,5,6\n");
        failure(
                Map.of(),
                "ClientError: label must be in [0,1] for logistic regression: train.csv, line 3 of"
                        + " channel 'train' has the label 3 (objective binary:logistic)");
        job.write("train", "train.csv", "nan,2,3,4,5,6\n");
        failure(
                Map.of(),
                "ClientError: Label contains NaN, infinity or a value too large: train.csv, line 1"
                        + " of channel 'train' has the label NaN (objective binary:logistic)");
        Files.delete(base.resolve("input/data/train/train.csv"));
        failure(
                Map.of(),
                "ClientError: No data in training channel path "
                        + base.resolve("input/data/train"));
    }

    private void failure(Map<String, String> changes, String reason) throws Exception {
        Map<String, String> changed = new HashMap<>(settings);
        changed.putAll(changes);
        job.configure(changed, Map.of("train", CSV));
        assertThat(train()).isEqualTo(1);
        assertThat(Failure.read(job.folders())).contains(reason);
    }

    private void trainAndValidation() throws IOException {
        job.write("train", "train.csv", JobFolder.rows(600, 5, 2, 1));
        job.write("validation", "validation.csv", JobFolder.rows(200, 5, 2, 2));
        job.configure(settings, Map.of("train", CSV, "validation", CSV));
    }

    private int train() {
        var out = new ByteArrayOutputStream();
        var training =
                new Training(
                        new Xgboost(),
                        Map.of(OptMl.BASE_VARIABLE, base.toString()),
                        new JobLog(new PrintStream(out, true, UTF_8)),
                        new StopSignal());
        int status = training.run().status();
        log.addAll(out.toString(UTF_8).lines().toList());
        return status;
    }
}
