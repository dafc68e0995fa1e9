package dev.moka.lab.testing;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Notebooks for tests, through the REST API.
public final class Notebooks {
    private Notebooks() {}

    /// Saves a notebook of code cells with the ids `c1`, `c2`, ….
    public static void save(Rest rest, String path, String... sources) {
        ObjectNode notebook = Json.object();
        ArrayNode cells = notebook.putArray("cells");
        for (int i = 0; i < sources.length; i++) {
            ObjectNode cell =
                    Json.object()
                            .put("cell_type", "code")
                            .put("id", "c" + (i + 1))
                            .put("source", sources[i])
                            .putNull("execution_count");
            cell.putObject("metadata");
            cell.putArray("outputs");
            cells.add(cell);
        }
        notebook.putObject("metadata");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
        ObjectNode body = Json.object().put("type", "notebook").put("format", "json");
        body.set("content", notebook);
        Rest.Answer answer = rest.put("/api/contents/" + path, body);
        if (answer.status() > 201) {
            throw new AssertionError(answer.json().toString());
        }
    }

    /// Opens a session for a notebook and returns its kernel's id.
    public static String session(Rest rest, String path) {
        ObjectNode body = Json.object().put("path", path).put("name", path).put("type", "notebook");
        body.putObject("kernel").put("name", "java");
        Rest.Answer answer = rest.post("/api/sessions", body);
        if (answer.status() != 201) {
            throw new AssertionError(answer.json().toString());
        }
        return answer.json().path("kernel").path("id").asString();
    }

    /// What a cell has printed, as the contents service shows the notebook.
    public static String printed(Rest rest, String path, int cell) {
        StringBuilder text = new StringBuilder();
        for (JsonNode output : cell(rest, path, cell).path("outputs")) {
            text.append(output.path("text").asString(""));
        }
        return text.toString();
    }

    /// A cell, as the contents service shows the notebook.
    public static JsonNode cell(Rest rest, String path, int cell) {
        return rest.get("/api/contents/" + path + "?content=1&type=notebook")
                .json()
                .path("content")
                .path("cells")
                .path(cell);
    }

    /// The lines `line 1` to `line n`.
    public static String lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add("line " + i + "\n");
        }
        return String.join("", lines);
    }

    /// Code that prints these lines, one each 100 ms.
    public static String slowLines(int count) {
        return "for (int i = 1; i <= %d; i++) { System.out.println(\"line \" + i); Thread.sleep(100); }"
                .formatted(count);
    }
}
