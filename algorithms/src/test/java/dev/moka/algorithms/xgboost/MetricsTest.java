package dev.moka.algorithms.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected values are scikit-learn's for the same labels.
class MetricsTest {
    private static final Output BINARY = new Output(1, new float[] {1, 2, -1, 3, -2, -0.5f});
    private static final float[] BINARY_LABELS = {1, 0, 0, 1, 1, 0};

    private static final Output MULTI =
            new Output(3, new float[] {2, 1, 0, 0, 2, 1, 0, 1, 2, 3, 0, 0, 0, 0, 1, 1, 2, 0});
    private static final float[] MULTI_LABELS = {0, 1, 2, 1, 2, 1};

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.6666667",
        "balanced_accuracy, 0.6666667",
        "f1, 0.6666667",
        "f1_binary, 0.6666667",
        "precision, 0.6666667",
        "recall, 0.6666667"
    })
    void classesOfTwoAreTheSignOfTheMargin(String metric, double expected) {
        assertThat(OwnMetrics.measure(metric, BINARY, BINARY_LABELS))
                .isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.8333333",
        "balanced_accuracy, 0.8888889",
        "f1_macro, 0.8222222",
        "precision_macro, 0.8333333",
        "precision_micro, 0.8333333",
        "recall_macro, 0.8888889",
        "recall_micro, 0.8333333"
    })
    void classesOfManyAreTheLargestMargin(String metric, double expected) {
        assertThat(OwnMetrics.measure(metric, MULTI, MULTI_LABELS))
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void aBinaryMetricRefusesManyClasses() {
        assertThatThrownBy(() -> OwnMetrics.measure("f1_binary", MULTI, MULTI_LABELS))
                .hasMessageStartingWith("Target is multiclass but average='binary'");
    }

    @Test
    void regressionIsMeasuredOnWhatTheModelSays() {
        Output said = new Output(1, new float[] {1, 2, 4});
        float[] labels = {1, 3, 3};
        assertThat(OwnMetrics.measure("mse", said, labels)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(OwnMetrics.measure("r2", said, labels)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aLineIsAsAwsWritesIt() {
        var scores =
                Evaluation.parse(
                        "[7]\ttrain-auc:0.91234567\tvalidation-error@0.7:0.25\tvalidation-auc:nan",
                        List.of("train", "validation"));
        assertThat(new Evaluation(7, scores).line())
                .isEqualTo(
                        "[7]\ttrain-auc:0.91235\tvalidation-error@0.7:0.25000\tvalidation-auc:nan");
    }

    @Test
    void foldsShareEachClassEvenly() {
        float[] labels = new float[100];
        for (int i = 0; i < 20; i++) {
            labels[i] = 1;
        }
        List<Folds> folds = Folds.of(100, 5, labels, 0);
        assertThat(folds).hasSize(5);
        for (Folds fold : folds) {
            assertThat(fold.test()).hasSize(20);
            assertThat(fold.train()).hasSize(80).doesNotContain(fold.test());
            float sum = 0;
            for (float label : Folds.choose(labels, fold.test())) {
                sum += label;
            }
            assertThat(sum).isEqualTo(4);
        }
    }
}
