package dev.moka.algorithms.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.algorithms.xgboost.Xgboost;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyperparameterTableTest {
    private final HyperparameterTable table = new Xgboost().table().hyperparameters();

    @Test
    void allOfAwsHyperparametersAreThere() {
        assertThat(table.rows()).hasSize(54);
        assertThat(new Xgboost().table().metrics()).hasSize(33);
    }

    @Test
    void valuesAreReadByTheirTypes() {
        Hyperparameters given =
                table.validate(
                        Map.of(
                                "num_round", "10",
                                "learning_rate", "0.2",
                                "eval_metric", "auc, error@0.7",
                                "monotone_constraints", "(1, 0,-1)",
                                "interaction_constraints", "[[0, 1], [2,3]]",
                                "sagemaker_region", "\"eu-west-1\""));
        assertThat(given.integer("num_round")).hasValue(10);
        assertThat(given.text("eta")).contains("0.2");
        assertThat(given.words("eval_metric")).containsExactly("auc", "error@0.7");
        assertThat(given.text("monotone_constraints")).contains("(1,0,-1)");
        assertThat(given.text("interaction_constraints")).contains("[[0,1],[2,3]]");
        assertThat(given.has("sagemaker_region")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    eta       | 2      | Hyperparameter eta: 2 is not in [0, 1]
                    subsample | 0      | Hyperparameter subsample: 0 is not in (0, 1]
                    gamma     | -1     | Hyperparameter gamma: -1 is not in [0, +inf)
                    max_depth | six    | Hyperparameter max_depth: could not parse value 'six'; it must be a whole number
                    eta       | fast   | Hyperparameter eta: could not parse value 'fast'; it must be a number
                    max_dept  | 6      | Extraneous hyperparameter found: max_dept; did you mean 'max_depth'?
                    booster   | gbtre  | Hyperparameter booster: gbtre is not in ['gbtree', 'gblinear', 'dart']; did you mean 'gbtree'?
                    num_round | 0      | Hyperparameter num_round: 0 is not in [1, +inf)
                    monotone_constraints | (2,0) | Hyperparameter monotone_constraints: value (2,0) not in range [-1, 0, 1]
                    """)
    void whatIsWrongIsSaidInAwsWords(String name, String value, String message) {
        Map<String, String> given = new HashMap<>(Map.of("num_round", "1"));
        given.put(name, value);
        assertThatThrownBy(() -> table.validate(given))
                .isInstanceOf(HyperparameterError.class)
                .hasMessage(message);
    }

    @Test
    void aRequiredOneThatIsMissingIsNamed() {
        assertThatThrownBy(() -> table.validate(Map.of("eta", "0.1")))
                .hasMessage("Missing required hyperparameter: num_round");
    }

    @Test
    void anUnknownMetricIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> table.validate(Map.of("num_round", "1", "eval_metric", "auk")))
                .hasMessageStartingWith(
                        "Hyperparameter eval_metric: value ['auk'] not in range ['accuracy', 'auc'")
                .hasMessageEndingWith("did you mean 'auc'?");
    }

    @Test
    void aScriptIsRefused() {
        assertThatThrownBy(
                        () -> table.validate(Map.of("num_round", "1", "sagemaker_program", "a.py")))
                .hasMessageContaining("script mode");
    }
}
