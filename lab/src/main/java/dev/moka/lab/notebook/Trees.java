package dev.moka.lab.notebook;

import dev.moka.protocol.jupyter.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Copies of JSON objects with one member changed, at its place.
final class Trees {
    private Trees() {}

    static ObjectNode with(ObjectNode json, String member, JsonNode value) {
        ObjectNode copy = Json.object();
        json.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        copy.set(member, value);
        return copy;
    }

    static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : Json.object();
    }
}
