package dev.moka.lab.notebook;

import dev.moka.protocol.jupyter.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns a notebook of nbformat 3 (IPython 2) into one of nbformat 4.5, as nbformat's
/// `v4.convert.upgrade` does.
final class UpgradeFrom3 {
    private static final Map<String, String> MIME_TYPES = mimeTypes();

    private UpgradeFrom3() {}

    private static Map<String, String> mimeTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("text", "text/plain");
        types.put("html", "text/html");
        types.put("svg", "image/svg+xml");
        types.put("png", "image/png");
        types.put("jpeg", "image/jpeg");
        types.put("latex", "text/latex");
        types.put("json", "application/json");
        types.put("javascript", "application/javascript");
        return types;
    }

    static void upgrade(ObjectNode json) {
        ArrayNode cells = Json.array();
        for (JsonNode worksheet : json.path("worksheets")) {
            for (JsonNode cell : worksheet.path("cells")) {
                if (cell instanceof ObjectNode object) {
                    cell(object);
                    cells.add(object);
                }
            }
        }
        json.remove("worksheets");
        json.set("cells", cells);
        json.put("nbformat", 4).put("nbformat_minor", 5);
        ensureObject(json, "metadata").remove("name");
    }

    private static void cell(ObjectNode cell) {
        ObjectNode metadata = ensureObject(cell, "metadata");
        switch (Trees.text(cell.path("cell_type"))) {
            case "code" -> code(cell, metadata);
            case "heading" -> heading(cell);
            case "html" -> cell.put("cell_type", "markdown");
            default -> {}
        }
    }

    private static void code(ObjectNode cell, ObjectNode metadata) {
        cell.remove("language");
        if (cell.has("collapsed")) {
            metadata.set("collapsed", cell.remove("collapsed"));
        }
        move(cell, "input", cell, "source");
        if (!cell.has("source")) {
            cell.put("source", "");
        }
        cell.putNull("execution_count");
        move(cell, "prompt_number", cell, "execution_count");
        if (!cell.path("outputs").isArray()) {
            cell.putArray("outputs");
        }
        for (JsonNode output : cell.path("outputs")) {
            if (output instanceof ObjectNode object) {
                output(object);
            }
        }
    }

    private static void heading(ObjectNode cell) {
        int level = Math.clamp(cell.path("level").asInt(1), 1, 6);
        cell.remove("level");
        JsonNode source = cell.path("source");
        String text =
                source.isArray()
                        ? String.join("", source.valueStream().map(Trees::text).toList())
                        : Trees.text(source);
        String line = String.join(" ", text.lines().toList());
        cell.put("cell_type", "markdown").put("source", "#".repeat(level) + " " + line);
    }

    private static void output(ObjectNode output) {
        ensureObject(output, "metadata");
        switch (Trees.text(output.path("output_type"))) {
            case "pyout" -> {
                output.put("output_type", "execute_result").putNull("execution_count");
                move(output, "prompt_number", output, "execution_count");
                bundle(output);
            }
            case "display_data" -> bundle(output);
            case "pyerr" -> {
                output.put("output_type", "error");
                output.remove("metadata");
            }
            case "stream" -> {
                move(output, "stream", output, "name");
                if (!output.has("name")) {
                    output.put("name", "stdout");
                }
                output.remove("metadata");
            }
            default -> {}
        }
    }

    private static void bundle(ObjectNode output) {
        ObjectNode data = Json.object();
        MIME_TYPES.forEach((alias, mime) -> move(output, alias, data, mime));
        output.set("data", data);
    }

    private static void move(ObjectNode from, String old, ObjectNode to, String member) {
        JsonNode value = from.remove(old);
        if (value != null) {
            to.set(member, value);
        }
    }

    private static ObjectNode ensureObject(ObjectNode json, String member) {
        return json.path(member) instanceof ObjectNode object ? object : json.putObject(member);
    }
}
