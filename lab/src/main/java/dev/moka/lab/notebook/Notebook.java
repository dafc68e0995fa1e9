package dev.moka.lab.notebook;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One notebook: a view of its JSON in which every multi-line text is one string. Members that this
/// code does not know stay where they are.
///
/// Treat the tree as immutable; the `with…` methods return changed copies.
public record Notebook(ObjectNode json) {
    /// An empty notebook as Jupyter makes one.
    public static Notebook empty() {
        ObjectNode json = Json.object();
        json.putArray("cells");
        json.putObject("metadata");
        json.put("nbformat", 4).put("nbformat_minor", 5);
        return new Notebook(json);
    }

    /// The cells in order; things in the list that are no objects are left out.
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode node : json.path("cells")) {
            if (node instanceof ObjectNode cell) {
                cells.add(Cell.of(cell));
            }
        }
        return cells;
    }

    /// The code cells in order.
    public List<CodeCell> codeCells() {
        return cells().stream()
                .filter(CodeCell.class::isInstance)
                .map(CodeCell.class::cast)
                .toList();
    }

    /// The cell with this id.
    public Optional<Cell> cell(String id) {
        return cells().stream().filter(cell -> cell.id().equals(id)).findFirst();
    }

    /// The same notebook with other cells.
    public Notebook withCells(List<? extends Cell> cells) {
        ArrayNode array = Json.array();
        cells.forEach(cell -> array.add(cell.json()));
        return with("cells", array);
    }

    /// The same notebook with the cell of the same id replaced; unchanged when there is none.
    public Notebook withCell(Cell replacement) {
        return withCells(
                cells().stream()
                        .map(cell -> cell.id().equals(replacement.id()) ? replacement : cell)
                        .toList());
    }

    /// The notebook's metadata.
    public ObjectNode metadata() {
        return json.path("metadata") instanceof ObjectNode metadata ? metadata : Json.object();
    }

    /// The same notebook with other metadata.
    public Notebook withMetadata(ObjectNode metadata) {
        return with("metadata", metadata);
    }

    /// The name of the kernel it was written for, if it says so.
    public Optional<String> kernelName() {
        return text(metadata().path("kernelspec").path("name"));
    }

    /// The language it is written in, if it says so.
    public Optional<String> language() {
        return text(metadata().path("language_info").path("name"))
                .or(() -> text(metadata().path("kernelspec").path("language")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private Notebook with(String member, JsonNode value) {
        return new Notebook(Trees.with(json, member, value));
    }
}
