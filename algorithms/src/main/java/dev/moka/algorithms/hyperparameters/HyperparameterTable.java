package dev.moka.algorithms.hyperparameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// All hyperparameters of an algorithm, in the order of AWS's page.
public record HyperparameterTable(List<Hyperparameter> rows) {
    /// What AWS's SDK adds for its own ends; no algorithm looks at these.
    private static final String SDK_PREFIX = "sagemaker_";

    private static final String SCRIPT = "sagemaker_program";

    public HyperparameterTable {
        rows = List.copyOf(rows);
    }

    public static HyperparameterTable parse(JsonNode json) {
        return new HyperparameterTable(json.valueStream().map(Hyperparameter::parse).toList());
    }

    /// The row of that name or alias.
    public Optional<Hyperparameter> row(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name) || name.equals(row.alias()))
                .findFirst();
    }

    /// Checks names, types and ranges of a job's hyperparameters.
    ///
    /// @throws HyperparameterError for the first that is wrong
    public Hyperparameters validate(Map<String, String> given) {
        if (given.containsKey(SCRIPT)) {
            throw new HyperparameterError(
                    "sagemaker_program asks for script mode, which runs Python; the built-in"
                            + " algorithm takes hyperparameters and data only");
        }
        Map<String, HyperparameterValue> values = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            if (!name.startsWith(SDK_PREFIX)) {
                Hyperparameter row = known(name);
                values.put(row.name(), ValueParser.parse(row, text));
            }
        });
        for (Hyperparameter row : rows) {
            if (row.required() && !values.containsKey(row.name())) {
                throw new HyperparameterError("Missing required hyperparameter: " + row.name());
            }
        }
        return new Hyperparameters(values);
    }

    private Hyperparameter known(String name) {
        return row(name)
                .orElseThrow(() ->
                        new HyperparameterError(
                                "Extraneous hyperparameter found: "
                                        + name
                                        + NearestNames.suggestion(name, names())));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Hyperparameter row : rows) {
            names.add(row.name());
            if (row.alias() != null) {
                names.add(row.alias());
            }
        }
        return names;
    }
}
