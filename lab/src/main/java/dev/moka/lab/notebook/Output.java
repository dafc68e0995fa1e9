package dev.moka.lab.notebook;

import dev.moka.protocol.jupyter.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One output of a code cell: a view of its JSON.
public sealed interface Output {
    /// The output's tree; treat it as immutable.
    ObjectNode json();

    /// The output of a tree.
    static Output of(ObjectNode json) {
        return switch (Trees.text(json.path("output_type"))) {
            case "stream" -> new Stream(json);
            case "display_data" -> new DisplayData(json);
            case "execute_result" -> new ExecuteResult(json);
            case "error" -> new Failure(json);
            default -> new Unknown(json);
        };
    }

    /// Text printed to `stdout` or `stderr`.
    static Stream stream(String name, String text) {
        return new Stream(
                Json.object().put("name", name).put("output_type", "stream").put("text", text));
    }

    /// Something shown.
    static DisplayData displayData(ObjectNode data, ObjectNode metadata) {
        ObjectNode json = Json.object();
        json.set("data", data);
        json.set("metadata", metadata);
        return new DisplayData(json.put("output_type", "display_data"));
    }

    /// The value of a cell.
    static ExecuteResult executeResult(int executionCount, ObjectNode data, ObjectNode metadata) {
        ObjectNode json = Json.object();
        json.set("data", data);
        json.put("execution_count", executionCount);
        json.set("metadata", metadata);
        return new ExecuteResult(json.put("output_type", "execute_result"));
    }

    /// What a failed cell says.
    static Failure failure(String name, String value, List<String> traceback) {
        ObjectNode json = Json.object().put("ename", name).put("evalue", value);
        ArrayNode lines = json.put("output_type", "error").putArray("traceback");
        traceback.forEach(lines::add);
        return new Failure(json);
    }

    /// Text printed to `stdout` or `stderr`.
    record Stream(ObjectNode json) implements Output {
        /// `stdout` or `stderr`.
        public String name() {
            return Trees.text(json.path("name"));
        }

        /// What was printed.
        public String text() {
            return Trees.text(json.path("text"));
        }
    }

    /// An output that is a MIME bundle.
    sealed interface Rich extends Output {
        /// The representations by MIME type.
        default ObjectNode data() {
            return Trees.object(json().path("data"));
        }

        /// What belongs to the representations, such as a picture's size.
        default ObjectNode metadata() {
            return Trees.object(json().path("metadata"));
        }
    }

    /// Something shown by the code.
    record DisplayData(ObjectNode json) implements Rich {}

    /// The value of the cell.
    record ExecuteResult(ObjectNode json) implements Rich {}

    /// The exception that ended the cell.
    record Failure(ObjectNode json) implements Output {
        /// The type of the exception.
        public String name() {
            return Trees.text(json.path("ename"));
        }

        /// Its message.
        public String value() {
            return Trees.text(json.path("evalue"));
        }

        /// The lines to show, with ANSI colours.
        public List<String> traceback() {
            return json.path("traceback").valueStream().map(Trees::text).toList();
        }
    }

    /// A kind of output that this version does not know.
    record Unknown(ObjectNode json) implements Output {}
}
