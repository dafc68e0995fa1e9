package dev.moka.protocol.jupyter;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON text to tree and back, as the messaging protocol uses it.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// The mapper behind this class, for callers that stream.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// A new empty object.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// A new empty array.
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Parses one JSON object in UTF-8.
    ///
    /// @throws ProtocolException when the text is not JSON or not an object
    public static ObjectNode parseObject(byte[] utf8) {
        try {
            JsonNode node = MAPPER.readTree(utf8);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new ProtocolException("a JSON object was expected, not " + node.getNodeType());
        } catch (JacksonException e) {
            throw new ProtocolException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// Writes a tree as compact UTF-8.
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }
}
