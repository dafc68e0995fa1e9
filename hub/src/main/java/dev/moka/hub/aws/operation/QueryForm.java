package dev.moka.hub.aws.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.model.ServiceModel;
import dev.moka.hub.aws.model.Shape;
import dev.moka.protocol.jupyter.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The parameters of a query request as the tree that the same request would be in JSON:
/// `Tags.member.1.Key=k` is `{"Tags": [{"Key": "k"}]}`.
final class QueryForm {
    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 10;

    private final ServiceModel model;

    QueryForm(ServiceModel model) {
        this.model = model;
    }

    static Map<String, String> parse(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    ObjectNode tree(String shape, Map<String, String> parameters) {
        return structure(model.shape(shape), new TreeMap<>(parameters), "", 0);
    }

    private ObjectNode structure(
            Shape shape, SortedMap<String, String> parameters, String prefix, int depth) {
        ObjectNode node = Json.object();
        if (depth <= DEEPEST) {
            shape.members()
                    .forEach((member, name) -> {
                        if (isPresent(parameters, prefix + member)) {
                            node.set(
                                    member,
                                    value(
                                            model.shape(name),
                                            parameters,
                                            prefix + member,
                                            depth + 1));
                        }
                    });
        }
        return node;
    }

    private JsonNode value(
            Shape shape, SortedMap<String, String> parameters, String path, int depth) {
        return switch (shape.type()) {
            case STRUCTURE -> structure(shape, parameters, path + ".", depth);
            case LIST -> list(shape, parameters, path, depth);
            case MAP -> map(shape, parameters, path, depth);
            default -> plain(shape, path, parameters.getOrDefault(path, ""));
        };
    }

    private ArrayNode list(
            Shape shape, SortedMap<String, String> parameters, String path, int depth) {
        ArrayNode array = Json.array();
        Shape element = model.shape(String.valueOf(shape.element()));
        for (int i = 1; i <= MOST_ELEMENTS; i++) {
            String at = path + ".member." + i;
            if (!isPresent(parameters, at)) {
                break;
            }
            array.add(value(element, parameters, at, depth));
        }
        return array;
    }

    private ObjectNode map(
            Shape shape, SortedMap<String, String> parameters, String path, int depth) {
        ObjectNode object = Json.object();
        Shape element = model.shape(String.valueOf(shape.element()));
        for (int i = 1; i <= MOST_ELEMENTS; i++) {
            String at = path + ".entry." + i;
            String key = parameters.get(at + ".key");
            if (key == null) {
                break;
            }
            object.set(key, value(element, parameters, at + ".value", depth));
        }
        return object;
    }

    private static JsonNode plain(Shape shape, String path, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        try {
            return switch (shape.type()) {
                case INTEGER, LONG -> nodes.numberNode(Long.parseLong(text));
                case FLOAT, DOUBLE -> nodes.numberNode(new BigDecimal(text));
                case BOOLEAN -> bool(path, text);
                case TIMESTAMP ->
                        nodes.numberNode(BigDecimal.valueOf(Instant.parse(text).toEpochMilli(), 3));
                default -> nodes.stringNode(text);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw malformed(path, text);
        }
    }

    private static JsonNode bool(String path, String text) {
        if (text.equals("true") || text.equals("false")) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        throw malformed(path, text);
    }

    private static boolean isPresent(SortedMap<String, String> parameters, String path) {
        if (parameters.containsKey(path)) {
            return true;
        }
        SortedMap<String, String> rest = parameters.tailMap(path + ".");
        return !rest.isEmpty() && rest.firstKey().startsWith(path + ".");
    }

    private static AwsException malformed(String path, String text) {
        return new AwsException(
                400,
                "MalformedInput",
                "'%s' is not a value for %s".formatted(Words.bounded(text), path));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsException(
                    400,
                    "MalformedInput",
                    "'%s' is not percent-encoded as a form is".formatted(Words.bounded(text)));
        }
    }
}
