package dev.moka.lab.settings;

import dev.moka.lab.problem.Problem;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks that each setting has the type, and is one of the values, that the plugin's schema names.
/// JupyterLab checks the rest itself when it reads them.
final class SettingTypes {
    private SettingTypes() {}

    static void check(JsonNode schema, ObjectNode settings) {
        JsonNode properties = schema.path("properties");
        settings.properties()
                .forEach(entry ->
                        check(entry.getKey(), properties.path(entry.getKey()), entry.getValue()));
    }

    private static void check(String name, JsonNode property, JsonNode value) {
        JsonNode type = property.path("type");
        boolean right =
                type.isArray()
                        ? type.valueStream().anyMatch(each -> is(each, value))
                        : type.isMissingNode() || is(type, value);
        if (!right) {
            throw Problem.badRequest(
                    "Failed validating input: '%s' is %s, and must be of the type %s"
                            .formatted(name, value, type));
        }
        JsonNode values = property.path("enum");
        if (values.isArray() && values.valueStream().noneMatch(value::equals)) {
            throw Problem.badRequest(
                    "Failed validating input: '%s' is %s, and must be one of %s"
                            .formatted(
                                    name,
                                    value,
                                    values.valueStream()
                                            .map(JsonNode::toString)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean is(JsonNode type, JsonNode value) {
        return switch (type.isString() ? type.asString() : "") {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
