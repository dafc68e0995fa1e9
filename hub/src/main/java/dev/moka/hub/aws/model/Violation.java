package dev.moka.hub.aws.model;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// One thing that is wrong with a request.
///
/// @param path the member in lower camel case, as `tags.1.member.key`
/// @param text the whole clause of AWS's message
public record Violation(String path, String text) {
    private static final int LONGEST_VALUE = 2_000;

    static Violation missing(String path) {
        return new Violation(
                path,
                "Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(path));
    }

    static Violation of(Shape shape, JsonNode value, String path, String constraint) {
        String shown = shape.sensitive() ? "" : " '%s'".formatted(bounded(shown(value)));
        return new Violation(
                path,
                "Value%s at '%s' failed to satisfy constraint: %s"
                        .formatted(shown, path, constraint));
    }

    /// As the objects of AWS's servers print themselves.
    private static String shown(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .limit(LONGEST_VALUE)
                    .map(Violation::shown)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .limit(LONGEST_VALUE)
                    .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.asString();
    }

    private static String bounded(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
