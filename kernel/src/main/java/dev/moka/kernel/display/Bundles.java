package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.protocol.jupyter.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Translates the public {@link DisplayData} into the loop's {@link MimeBundle}.
public final class Bundles {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Bundles() {}

    /// Text stays text, structures become JSON.
    public static MimeBundle of(DisplayData data) {
        Map<String, Object> content = new HashMap<>();
        data.data()
                .forEach((type, value) ->
                        content.put(type, value instanceof String ? value : json(value)));
        Map<String, Object> metadata = new HashMap<>();
        data.metadata().forEach((type, value) -> metadata.put(type, json(value)));
        return new MimeBundle(content, metadata);
    }

    /// By hand: a mapper takes longer to set itself up than a kernel takes for a cell.
    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case JsonNode node -> node;
            case Boolean bool -> NODES.booleanNode(bool);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Number number -> NODES.numberNode(number.doubleValue());
            case Map<?, ?> map -> {
                ObjectNode object = Json.object();
                map.forEach((name, each) -> object.set(String.valueOf(name), json(each)));
                yield object;
            }
            case Iterable<?> list -> {
                ArrayNode array = Json.array();
                list.forEach(each -> array.add(json(each)));
                yield array;
            }
            default -> NODES.stringNode(value.toString());
        };
    }
}
