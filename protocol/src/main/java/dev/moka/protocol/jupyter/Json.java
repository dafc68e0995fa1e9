package dev.moka.protocol.jupyter;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON text to tree and back, as the messaging protocol uses it.
public final class Json {
    private Json() {}

    /// Jackson's object mapper, for values that are not trees. Its first use is slow.
    public static JsonMapper mapper() {
        return Mapper.INSTANCE;
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
            JsonNode node = JsonTrees.read(utf8);
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
        return JsonTrees.write(node);
    }

    /// Made when it is first needed.
    private static final class Mapper {
        private static final JsonMapper INSTANCE = JsonMapper.builder().build();
    }
}
