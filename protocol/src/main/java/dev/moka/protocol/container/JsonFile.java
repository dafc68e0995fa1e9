package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading the JSON files of the contract, with errors that name the file.
final class JsonFile {
    private JsonFile() {}

    static ObjectNode object(String name, byte[] json) {
        try {
            return Json.parseObject(json);
        } catch (ProtocolException e) {
            throw new ContainerException(name + ": " + e.getMessage(), e);
        }
    }

    /// A value as text: text is itself, anything else is its JSON.
    static String scalar(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(scalar(value));
    }

    static String required(String name, JsonNode object, String field) {
        return text(object, field)
                .orElseThrow(() -> new ContainerException(name + ": '" + field + "' is missing"));
    }

    static List<String> texts(JsonNode object, String field) {
        List<String> texts = new ArrayList<>();
        object.path(field).forEach(value -> texts.add(scalar(value)));
        return texts;
    }

    static ArrayNode array(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }
}
