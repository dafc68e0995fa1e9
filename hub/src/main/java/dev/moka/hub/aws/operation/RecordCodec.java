package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.model.SerializationException;
import dev.moka.protocol.jupyter.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns JSON trees into wire records and back. The service model has checked the types before.
///
/// A component is text, a number, a boolean, an [Instant] (seconds since 1970 on the wire), bytes
/// (base64), another record, or a list or map of these; what a client left out is null.
public final class RecordCodec {
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final WireNames names;

    public RecordCodec(WireNames names) {
        this.names = names;
    }

    public <R extends Record> R read(Class<R> type, JsonNode node) {
        return type.cast(record(RecordShape.of(type), node));
    }

    public ObjectNode write(Record value) {
        ObjectNode node = Json.object();
        for (RecordShape.Component component : RecordShape.of(value.getClass()).components()) {
            Object content = component.read(value);
            if (content != null) {
                node.set(names.of(component.name()), tree(content));
            }
        }
        return node;
    }

    private Record record(RecordShape shape, JsonNode node) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordShape.Component component : shape.components()) {
            values.add(value(component.type(), node.path(names.of(component.name()))));
        }
        return shape.make(values);
    }

    private @Nullable Object value(WireType type, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return switch (type) {
            case WireType.Plain(var kind) -> plain(kind, node);
            case WireType.Structure(var shape) -> record(shape.get(), node);
            case WireType.ListOf(var element) -> list(element, node);
            case WireType.MapOf(var element) -> map(element, node);
        };
    }

    private static Object plain(Class<?> kind, JsonNode node) {
        if (kind == String.class) {
            return node.asString();
        }
        if (kind == Integer.class) {
            return node.asInt();
        }
        if (kind == Long.class) {
            return node.asLong();
        }
        if (kind == Double.class) {
            return node.asDouble();
        }
        if (kind == Float.class) {
            return (float) node.asDouble();
        }
        if (kind == Boolean.class) {
            return node.asBoolean();
        }
        if (kind == byte[].class) {
            return Base64.getDecoder().decode(node.asString());
        }
        return instant(node);
    }

    private static Instant instant(JsonNode seconds) {
        try {
            long millis =
                    seconds.decimalValue().scaleByPowerOfTen(3).toBigInteger().longValueExact();
            return Instant.ofEpochMilli(millis);
        } catch (ArithmeticException e) {
            throw new SerializationException(
                    "'%s' is not a time in seconds since 1970"
                            .formatted(Words.bounded(seconds.asString())));
        }
    }

    private List<Object> list(WireType element, JsonNode node) {
        List<Object> list = new ArrayList<>();
        for (JsonNode item : node) {
            Object value = value(element, item);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private Map<String, Object> map(WireType element, JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Object value = value(element, entry.getValue());
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        }
        return map;
    }

    private JsonNode tree(Object content) {
        return switch (content) {
            case Record value -> write(value);
            case List<?> list -> {
                ArrayNode array = Json.array();
                list.forEach(item -> array.add(tree(item)));
                yield array;
            }
            case Map<?, ?> map -> {
                ObjectNode object = Json.object();
                map.forEach((key, item) -> object.set(String.valueOf(key), tree(item)));
                yield object;
            }
            case String text -> nodes.stringNode(text);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case Float number -> nodes.numberNode(number);
            case Boolean bool -> nodes.booleanNode(bool);
            case byte[] bytes -> nodes.stringNode(Base64.getEncoder().encodeToString(bytes));
            case Instant time -> nodes.numberNode(BigDecimal.valueOf(time.toEpochMilli(), 3));
            default ->
                    throw new IllegalStateException(
                            "A wire record holds a " + content.getClass().getName());
        };
    }
}
