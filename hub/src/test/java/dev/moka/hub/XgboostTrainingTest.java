package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.training.Channel;
import dev.moka.hub.training.JobSpecs;
import dev.moka.hub.training.MetricPoint;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The built-in XGBoost, from rows in S3 to a model in S3.
class XgboostTrainingTest {
    private static final String IMAGE =
            "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1";

    @TempDir Path home;

    @Test
    void trainsAModelAndReportsItsMetrics() throws Exception {
        try (JobsOfTests hub = new JobsOfTests(home, TestHub.ROOT)) {
            hub.put("xgb/train/rows.csv", rows(2_000, 1));
            hub.put("xgb/validation/rows.csv", rows(500, 2));
            hub.create(
                    "xgb",
                    spec(
                            Map.of(
                                    "objective",
                                    "binary:logistic",
                                    "eval_metric",
                                    "auc",
                                    "num_round",
                                    "10")));

            TrainingJob job = hub.ended("xgb");

            assertThat(job.status()).as("%s%n%s", job, hub.log("xgb")).isEqualTo("Completed");
            List<MetricPoint> metrics = hub.jobs().finalMetrics(job);
            assertThat(metrics)
                    .extracting(MetricPoint::name)
                    .containsExactly("train:auc", "validation:auc");
            assertThat(metrics.getLast().value()).isGreaterThan(0.9);
            assertThat(hub.jobs().metrics(job)).hasSize(20);
            assertThat(hub.keys("out/xgb/")).contains("out/xgb/output/model.tar.gz");
        }
    }

    @Test
    void aHyperparameterThatIsNoneIsAnErrorOfTheClient() throws Exception {
        try (JobsOfTests hub = new JobsOfTests(home, TestHub.ROOT)) {
            hub.put("xgb/train/rows.csv", rows(50, 1));
            hub.put("xgb/validation/rows.csv", rows(50, 2));
            hub.create("wrong", spec(Map.of("num_round", "3", "num_rounds", "10")));

            TrainingJob job = hub.ended("wrong");

            assertThat(job.status()).isEqualTo("Failed");
            assertThat(job.failureReason().orElseThrow())
                    .startsWith("ClientError")
                    .contains("num_rounds");
        }
    }

    private static TrainingJobSpec spec(Map<String, String> hyperParameters) {
        TrainingJobSpec spec =
                JobSpecs.of(
                        IMAGE,
                        JobsOfTests.BUCKET.resolve("out"),
                        Channel.of("train", JobsOfTests.BUCKET.resolve("xgb/train/"), "text/csv"),
                        Channel.of(
                                "validation",
                                JobsOfTests.BUCKET.resolve("xgb/validation/"),
                                "text/csv"));
        return JobSpecs.with(spec, hyperParameters);
    }

    /// Rows whose label is whether the first feature is larger than the second.
    private static String rows(int count, int seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            rows.append("%d,%.4f,%.4f%n".formatted(a > b ? 1 : 0, a, b));
        }
        return rows.toString();
    }
}
