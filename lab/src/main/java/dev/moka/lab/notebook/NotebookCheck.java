package dev.moka.lab.notebook;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Says what is wrong with the structure of a notebook, as nbformat's schema would, in words that
/// name the place.
final class NotebookCheck {
    private static final Set<String> CELL_TYPES = Set.of("code", "markdown", "raw");

    private NotebookCheck() {}

    /// The first fault found.
    static Optional<String> firstFault(JsonNode notebook) {
        if (!notebook.path("cells").isArray()) {
            return Optional.of("'cells' must be a list");
        }
        if (!notebook.path("metadata").isObject()) {
            return Optional.of("'metadata' must be an object");
        }
        int place = 0;
        for (JsonNode cell : notebook.path("cells")) {
            Optional<String> fault = cell("cells[" + place + "]", cell);
            if (fault.isPresent()) {
                return fault;
            }
            place++;
        }
        return Optional.empty();
    }

    private static Optional<String> cell(String at, JsonNode cell) {
        String type = Trees.text(cell.path("cell_type"));
        if (!CELL_TYPES.contains(type)) {
            return Optional.of(
                    "%s has the cell_type '%s'; it must be code, markdown or raw"
                            .formatted(at, type));
        }
        if (!cell.path("metadata").isObject()) {
            return Optional.of("%s needs 'metadata', an object".formatted(at));
        }
        if (!isText(cell.path("source"))) {
            return Optional.of("%s needs 'source', a text or a list of lines".formatted(at));
        }
        return type.equals("code") ? code(at, cell) : Optional.empty();
    }

    private static Optional<String> code(String at, JsonNode cell) {
        JsonNode count = cell.path("execution_count");
        if (!count.isNull() && !count.isIntegralNumber()) {
            return Optional.of("%s needs 'execution_count', a number or null".formatted(at));
        }
        if (!cell.path("outputs").isArray()) {
            return Optional.of("%s needs 'outputs', a list".formatted(at));
        }
        int place = 0;
        for (JsonNode output : cell.path("outputs")) {
            Optional<String> fault = output("%s.outputs[%d]".formatted(at, place), output);
            if (fault.isPresent()) {
                return fault;
            }
            place++;
        }
        return Optional.empty();
    }

    private static Optional<String> output(String at, JsonNode output) {
        String type = Trees.text(output.path("output_type"));
        boolean right =
                switch (type) {
                    case "stream" -> output.path("name").isString() && isText(output.path("text"));
                    case "display_data", "execute_result" ->
                            output.path("data").isObject() && output.path("metadata").isObject();
                    case "error" ->
                            output.path("ename").isString()
                                    && output.path("evalue").isString()
                                    && output.path("traceback").isArray();
                    default -> false;
                };
        return right
                ? Optional.empty()
                : Optional.of("%s is no output of type '%s'".formatted(at, type));
    }

    private static boolean isText(JsonNode node) {
        return node.isString()
                || (node.isArray() && node.valueStream().allMatch(JsonNode::isString));
    }
}
