package dev.moka.algorithms.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.container.Failure;
import dev.moka.protocol.container.LogLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
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
    void aJobLeavesAModelAndMetricsThatAwsPatternsFind() throws Exception {
        settings.put("eval_metric", "auc,accuracy");
        trainAndValidation();
        assertThat(train()).isZero();
        assertThat(model()).isNotEmptyFile();
        Pattern auc = Pattern.compile(".*\\[[0-9]+\\].*#011validation-auc:(\\S+)");
        List<Double> found =
                log.stream()
                        .map(line -> LogLine.metric(auc, line))
                        .filter(value -> !value.isNaN())
                        .toList();
        assertThat(found).hasSize(8);
        assertThat(found.getLast()).isGreaterThan(0.9);
        assertThat(log)
                .anyMatch(line -> line.endsWith("INFO] Train matrix has 600 rows and 5 columns"))
                .anyMatch(line ->
                        line.matches(
                                "\\[7]\ttrain-auc:\\S+\ttrain-accuracy:\\S+\tvalidation-auc:\\S+"
                                        + "\tvalidation-accuracy:\\S+"));
    }

    @Test
    void aModelIsSavedWhenTheJobIsToldToStop() throws Exception {
        settings.put("num_round", "1000000");
        trainAndValidation();
        try (var program = AlgorithmProgram.start("train", job, Map.of())) {
            program.until("[3]\t");
            program.terminate();
            assertThat(program.end()).isZero();
        }
        assertThat(model()).isNotEmptyFile();
        assertThat(Failure.read(job.folders())).isEmpty();
    }

    private void trainAndValidation() throws IOException {
        job.write("train", "train.csv", JobFolder.rows(600, 5, 2, 1));
        job.write("validation", "validation.csv", JobFolder.rows(200, 5, 2, 2));
        job.configure(settings, Map.of("train", CSV, "validation", CSV));
    }

    private int train() throws IOException, InterruptedException {
        return AlgorithmProgram.train(job, log);
    }

    private Path model() {
        return base.resolve("model/xgboost-model");
    }
}
