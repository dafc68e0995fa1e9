package dev.moka.algorithms.hyperparameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The hyperparameters that a job sets, checked. What it does not set is not here: the algorithm's
/// library has the defaults.
public record Hyperparameters(Map<String, HyperparameterValue> values) {
    public Hyperparameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The value as text.
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(HyperparameterValue::text);
    }

    public OptionalInt integer(String name) {
        return values.get(name) instanceof HyperparameterValue.Integral(int value)
                ? OptionalInt.of(value)
                : OptionalInt.empty();
    }

    /// The words of a list; none when it is not set.
    public List<String> words(String name) {
        return values.get(name) instanceof HyperparameterValue.Words(var words) ? words : List.of();
    }

    /// Whether it is set to that word.
    public boolean is(String name, String word) {
        return text(name).filter(word::equals).isPresent();
    }
}
