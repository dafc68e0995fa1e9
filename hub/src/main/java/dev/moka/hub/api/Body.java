package dev.moka.hub.api;

import dev.moka.hub.errors.ValidationException;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON object that came with a request, checked for unknown fields and read field by field.
final class Body {
    private final ObjectNode node;

    private Body(ObjectNode node) {
        this.node = node;
    }

    /// @param fields all names that may be there
    static Body of(Context context, String... fields) {
        byte[] bytes = context.bodyAsBytes();
        try {
            ObjectNode node = bytes.length == 0 ? Json.object() : Json.parseObject(bytes);
            Set<String> unknown = new TreeSet<>(node.propertyNames());
            unknown.removeAll(Set.of(fields));
            if (!unknown.isEmpty()) {
                throw new ValidationException(
                        "The body has the unknown fields %s; known are %s"
                                .formatted(unknown, List.of(fields)));
            }
            return new Body(node);
        } catch (ProtocolException e) {
            throw new ValidationException("The body is not a JSON object: " + e.getMessage());
        }
    }

    String text(String field) {
        return optionalText(field)
                .orElseThrow(() ->
                        new ValidationException("The field '%s' is missing".formatted(field)));
    }

    Optional<String> optionalText(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new ValidationException("The field '%s' must be a string".formatted(field));
        }
        return Optional.of(value.asString());
    }

    /// Whether the field is there at all, `null` included.
    boolean has(String field) {
        return node.has(field);
    }

    boolean flag(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new ValidationException("The field '%s' must be true or false".formatted(field));
        }
        return value.asBoolean();
    }

    List<String> texts(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.valueStream().anyMatch(v -> !v.isString())) {
            throw new ValidationException(
                    "The field '%s' must be a list of strings".formatted(field));
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }
}
