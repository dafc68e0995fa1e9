package dev.moka.algorithms.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.hyperparameters.Hyperparameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class XgboostPageTest {
    @Test
    void thePageHasTheTable() throws IOException {
        Path page =
                Path.of(System.getProperty("moka.root"), "docs/reference/algorithms/xgboost.md");
        List<String> lines = Files.readAllLines(page);
        AlgorithmTable table = new Xgboost().table();
        for (Hyperparameter row : table.hyperparameters().rows()) {
            String line =
                    lines.stream()
                            .filter(one -> one.startsWith("| `" + row.name() + "`"))
                            .findFirst()
                            .orElse("");
            assertThat(line).as(row.name()).isNotEmpty();
            if (row.defaultValue() != null) {
                assertThat(line).as(row.name()).contains("| `" + row.defaultValue() + "`");
            }
            boolean metric = row.name().endsWith("metric");
            if (!row.values().isEmpty() && !metric) {
                assertThat(line).contains(row.values());
            } else if (!metric) {
                assertThat(line).contains("`" + row.range() + "`");
            }
        }
        String text = String.join("\n", lines);
        for (AlgorithmTable.Metric metric : table.metrics()) {
            assertThat(text).contains("`" + metric.name().replace("validation:", "") + "`");
        }
    }
}
