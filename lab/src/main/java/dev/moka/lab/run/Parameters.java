package dev.moka.lab.run;

import dev.moka.lab.notebook.Cell;
import dev.moka.lab.notebook.CodeCell;
import dev.moka.lab.notebook.Notebook;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values from outside, as Java declarations in a cell of their own: as papermill does, after the
/// cell tagged `parameters`, or first where there is none, in a cell tagged `injected-parameters`.
final class Parameters {
    private static final String TAG = "parameters";
    private static final String INJECTED = "injected-parameters";
    private static final String CELL_ID = "moka-parameters";

    private Parameters() {}

    /// Reads `k=v,…`, or the JSON object in a file.
    static Map<String, JsonNode> parse(String text) {
        Map<String, JsonNode> values = text.endsWith(".json") ? file(text) : pairs(text);
        for (String name : values.keySet()) {
            if (!SourceVersion.isName(name) || name.contains(".")) {
                throw new UsageException(
                        "parameter '%s' can't be the name of a Java variable".formatted(name));
            }
        }
        return values;
    }

    private static Map<String, JsonNode> file(String name) {
        try {
            ObjectNode json = Json.parseObject(Files.readAllBytes(Path.of(name)));
            Map<String, JsonNode> values = new LinkedHashMap<>();
            json.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
            return values;
        } catch (IOException | ProtocolException e) {
            throw new UsageException(
                    "parameters can't be read from '%s': %s".formatted(name, e.getMessage()), e);
        }
    }

    private static Map<String, JsonNode> pairs(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("parameter '%s' must be name=value".formatted(pair));
            }
            values.put(pair.substring(0, equals).strip(), typed(pair.substring(equals + 1)));
        }
        return values;
    }

    private static JsonNode typed(String value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.equals("true") || value.equals("false")) {
            return nodes.booleanNode(Boolean.parseBoolean(value));
        }
        if (value.matches("-?\\d{1,18}")) {
            return nodes.numberNode(Long.parseLong(value));
        }
        if (value.matches("-?\\d+\\.\\d+([eE][+-]?\\d+)?")) {
            return nodes.numberNode(new BigDecimal(value));
        }
        return nodes.stringNode(value);
    }

    /// The notebook with the values put in; the same one when there are none.
    static Notebook inject(Notebook notebook, Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            return notebook;
        }
        ObjectNode metadata = Json.object();
        metadata.putArray("tags").add(INJECTED);
        CodeCell cell = CodeCell.of(CELL_ID, declarations(values)).withMetadata(metadata);
        List<Cell> cells = new ArrayList<>(notebook.cells());
        cells.removeIf(old -> old.hasTag(INJECTED));
        int place = 0;
        for (int i = 0; i < cells.size(); i++) {
            place = cells.get(i).hasTag(TAG) ? i + 1 : place;
        }
        cells.add(place, cell);
        return notebook.withCells(cells);
    }

    private static String declarations(Map<String, JsonNode> values) {
        return values.entrySet().stream()
                .map(entry -> declaration(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", "// Parameters\n", ""));
    }

    private static String declaration(String name, JsonNode value) {
        return value.isNull()
                ? "Object %s = null;".formatted(name)
                : "var %s = %s;".formatted(name, java(value));
    }

    private static String java(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> quoted(value.asString());
            case BOOLEAN -> String.valueOf(value.asBoolean());
            case NUMBER -> number(value);
            case ARRAY ->
                    value.valueStream()
                            .map(Parameters::java)
                            .collect(Collectors.joining(", ", "java.util.List.of(", ")"));
            case OBJECT ->
                    value.properties().stream()
                            .map(entry ->
                                    "java.util.Map.entry(%s, %s)"
                                            .formatted(
                                                    quoted(entry.getKey()), java(entry.getValue())))
                            .collect(Collectors.joining(", ", "java.util.Map.ofEntries(", ")"));
            default -> "null";
        };
    }

    private static String number(JsonNode value) {
        if (!value.isIntegralNumber()) {
            return Double.toString(value.asDouble());
        }
        return value.canConvertToInt() ? value.asString() : value.asString() + "L";
    }

    private static String quoted(String text) {
        StringBuilder java = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            java.append(quoted(text.charAt(i)));
        }
        return java.append('"').toString();
    }

    private static String quoted(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? "\\%03o".formatted((int) c) : String.valueOf(c);
        };
    }
}
