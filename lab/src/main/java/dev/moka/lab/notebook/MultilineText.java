package dev.moka.lab.notebook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.node.StringNode;

/// Long text in a notebook file is a list of lines, so that version control shows what changed; in
/// memory and on the wire it is one string. The same rules as nbformat's `rejoin_lines` and
/// `split_lines`.
final class MultilineText {
    private static final Set<String> SPLIT_THOUGH_NOT_TEXT =
            Set.of("application/javascript", "image/svg+xml");
    private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    private MultilineText() {}

    /// Joins the lines, in place.
    static void join(ObjectNode notebook) {
        walk(notebook, MultilineText::joined, bundle -> each(bundle, MultilineText::joinedData));
    }

    /// Marks, in place, the texts that are written as lines.
    static void split(ObjectNode notebook) {
        walk(notebook, MultilineText::lines, bundle -> each(bundle, MultilineText::splitData));
    }

    private static void walk(
            ObjectNode notebook,
            UnaryOperator<JsonNode> text,
            java.util.function.Consumer<JsonNode> bundle) {
        for (JsonNode node : notebook.path("cells")) {
            if (!(node instanceof ObjectNode cell)) {
                continue;
            }
            change(cell, "source", text);
            cell.path("attachments").forEach(bundle);
            for (JsonNode output : cell.path("outputs")) {
                if (output instanceof ObjectNode object) {
                    change(object, "text", text);
                    bundle.accept(object.path("data"));
                }
            }
        }
    }

    private static void change(ObjectNode node, String member, UnaryOperator<JsonNode> text) {
        JsonNode value = node.get(member);
        if (value != null) {
            node.set(member, text.apply(value));
        }
    }

    private static void each(
            JsonNode bundle,
            java.util.function.BiFunction<String, JsonNode, JsonNode> representation) {
        if (bundle instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                object.set(entry.getKey(), representation.apply(entry.getKey(), entry.getValue()));
            }
        }
    }

    private static JsonNode joinedData(String mime, JsonNode value) {
        return isJson(mime) ? value : joined(value);
    }

    private static JsonNode splitData(String mime, JsonNode value) {
        boolean splits = mime.startsWith("text/") || SPLIT_THOUGH_NOT_TEXT.contains(mime);
        return splits ? lines(value) : value;
    }

    private static boolean isJson(String mime) {
        return mime.equals("application/json")
                || (mime.startsWith("application/") && mime.endsWith("+json"));
    }

    private static JsonNode joined(JsonNode value) {
        if (!(value instanceof ArrayNode array)
                || !array.valueStream().allMatch(JsonNode::isString)) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        array.forEach(line -> text.append(line.asString()));
        return StringNode.valueOf(text.toString());
    }

    /// A text that is written as its lines; they are not made into nodes, for outputs can be long.
    record Lines(String text) {
        /// Calls back with the bounds of each line, its end included.
        void each(LineWriter writer) throws IOException {
            int start = 0;
            while (start < text.length()) {
                int end = endOfLine(text, start);
                writer.line(start, end);
                start = end;
            }
        }
    }

    /// Takes the bounds of a line.
    interface LineWriter {
        void line(int start, int end) throws IOException;
    }

    private static JsonNode lines(JsonNode value) {
        return value.isString() ? new POJONode(new Lines(value.asString())) : value;
    }

    private static int endOfLine(String text, int start) {
        int at = start;
        while (at < text.length() && LINE_ENDS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        boolean both = text.startsWith("\r\n", at);
        return Math.min(text.length(), at + (both ? 2 : 1));
    }
}
