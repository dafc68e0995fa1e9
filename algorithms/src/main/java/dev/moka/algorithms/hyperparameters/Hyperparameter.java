package dev.moka.algorithms.hyperparameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row of an algorithm's table.
///
/// @param defaultValue what AWS's page says happens without it; null when it has no single value
/// @param alias another name for it, or null
/// @param values what text may be; empty when anything may
/// @param tunable what AWS recommends to search, or null when it can't be tuned
public record Hyperparameter(
        String name,
        Type type,
        boolean required,
        @Nullable String defaultValue,
        @Nullable String alias,
        Interval range,
        List<String> values,
        @Nullable TunableRange tunable) {
    public Hyperparameter {
        values = List.copyOf(values);
    }

    /// How a value is written.
    public enum Type {
        INTEGER,
        FLOAT,
        STRING,
        /// `auc,logloss`
        COMMA_LIST,
        /// `(1,0,-1)`
        TUPLE,
        /// `[[0,1],[2,3]]`
        NESTED_LIST
    }

    /// The range that AWS recommends for tuning.
    ///
    /// @param kind `integer`, `continuous` or `categorical`
    public record TunableRange(String kind, String min, String max) {}

    static Hyperparameter parse(JsonNode json) {
        return new Hyperparameter(
                json.path("name").asString(),
                Type.valueOf(json.path("type").asString().toUpperCase(Locale.ROOT)),
                json.path("required").asBoolean(false),
                text(json, "default").orElse(null),
                text(json, "alias").orElse(null),
                Interval.parse(json),
                json.path("values").valueStream().map(JsonNode::asString).toList(),
                tunable(json.path("tunable")));
    }

    private static @Nullable TunableRange tunable(JsonNode json) {
        return json.isObject()
                ? new TunableRange(
                        json.path("kind").asString(),
                        json.path("min").asString(),
                        json.path("max").asString())
                : null;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.has(field) ? Optional.of(json.path(field).asString()) : Optional.empty();
    }
}
