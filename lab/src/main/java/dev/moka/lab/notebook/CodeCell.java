package dev.moka.lab.notebook;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A cell of code with its outputs.
public record CodeCell(ObjectNode json) implements Cell {
    /// A new code cell that was not run.
    public static CodeCell of(String id, String source) {
        ObjectNode json = Json.object().put("cell_type", "code").putNull("execution_count");
        json.put("id", id).putObject("metadata");
        json.putArray("outputs");
        return new CodeCell(json.put("source", source));
    }

    /// What the cell printed and showed, in order.
    public List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode node : json.path("outputs")) {
            if (node instanceof ObjectNode output) {
                outputs.add(Output.of(output));
            }
        }
        return outputs;
    }

    /// The number of its last run, if it was run.
    public OptionalInt executionCount() {
        JsonNode count = json.path("execution_count");
        return count.isInt() ? OptionalInt.of(count.asInt()) : OptionalInt.empty();
    }

    /// The same cell with other outputs.
    public CodeCell withOutputs(List<? extends Output> outputs) {
        ArrayNode array = Json.array();
        outputs.forEach(output -> array.add(output.json()));
        return new CodeCell(Trees.with(json, "outputs", array));
    }

    /// The same cell with the number of its run, or without when empty.
    public CodeCell withExecutionCount(OptionalInt count) {
        JsonNode value = count.isPresent() ? IntNode.valueOf(count.getAsInt()) : NullNode.instance;
        return new CodeCell(Trees.with(json, "execution_count", value));
    }

    /// The same cell with other code.
    public CodeCell withSource(String source) {
        return new CodeCell(Trees.with(json, "source", StringNode.valueOf(source)));
    }

    /// The same cell with other metadata.
    public CodeCell withMetadata(ObjectNode metadata) {
        return new CodeCell(Trees.with(json, "metadata", metadata));
    }
}
