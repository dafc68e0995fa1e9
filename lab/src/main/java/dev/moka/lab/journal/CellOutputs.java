package dev.moka.lab.journal;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The outputs of one run, as a notebook file holds them (nbformat 4).
///
/// Streams of one name that follow each other become one output, `clear_output` clears, and
/// `update_display_data` changes what was displayed before. What goes past the limit is left out,
/// and the last output says how much that was.
public final class CellOutputs {
    /// The most that one cell keeps, in characters of JSON text.
    public static final long LIMIT = 32L << 20;

    private final long limit;
    private final List<Item> items = new ArrayList<>();
    private long size;
    private long leftOut;
    private boolean clearFirst;

    private sealed interface Item {
        record Stream(String name, StringBuilder text) implements Item {}

        record Shown(ObjectNode output, String displayId) implements Item {}
    }

    /// Outputs within the usual limit.
    public CellOutputs() {
        this(LIMIT);
    }

    CellOutputs(long limit) {
        this.limit = limit;
    }

    /// Takes one iopub message of the run; kinds that are no outputs are passed over.
    public void accept(String msgType, ObjectNode content) {
        switch (msgType) {
            case "stream" ->
                    stream(
                            content.path("name").asString("stdout"),
                            content.path("text").asString(""));
            case "display_data", "execute_result", "error" ->
                    show(output(msgType, content), displayId(content));
            case "update_display_data" -> update(displayId(content), content);
            case "clear_output" -> clear(content.path("wait").asBoolean(false));
            default -> {}
        }
    }

    private void stream(String name, String text) {
        clearIfAsked();
        if (!fits(text.length())) {
            return;
        }
        if (!items.isEmpty()
                && items.getLast() instanceof Item.Stream(var last, var before)
                && last.equals(name)) {
            before.append(text);
        } else {
            items.add(new Item.Stream(name, new StringBuilder(text)));
        }
    }

    private void show(ObjectNode output, String displayId) {
        clearIfAsked();
        if (fits(weight(output))) {
            items.add(new Item.Shown(output, displayId));
        }
    }

    /// Replaces what is displayed under an id. Returns whether there is any.
    public boolean update(String displayId, ObjectNode content) {
        boolean found = false;
        for (int i = 0; i < items.size(); i++) {
            if (!displayId.isEmpty()
                    && items.get(i) instanceof Item.Shown(var output, var id)
                    && id.equals(displayId)) {
                ObjectNode next = output.deepCopy();
                next.set("data", content.path("data"));
                next.set("metadata", content.path("metadata"));
                items.set(i, new Item.Shown(next, id));
                found = true;
            }
        }
        return found;
    }

    private void clear(boolean wait) {
        if (wait) {
            clearFirst = true;
            return;
        }
        items.clear();
        size = 0;
        leftOut = 0;
    }

    private void clearIfAsked() {
        if (clearFirst) {
            clearFirst = false;
            clear(false);
        }
    }

    private boolean fits(long more) {
        if (size + more > limit) {
            leftOut += more;
            return false;
        }
        size += more;
        return true;
    }

    /// The outputs so far.
    public ArrayNode toJson() {
        ArrayNode outputs = Json.array();
        items.forEach(item -> outputs.add(toJson(item)));
        if (leftOut > 0) {
            String notice =
                    "[Moka keeps %,d MiB of a cell's output; %,d more characters were left out]%n"
                            .formatted(limit >> 20, leftOut);
            outputs.add(streamJson("stderr", notice));
        }
        return outputs;
    }

    /// For each output the id under which it can be updated, or an empty text.
    public List<String> displayIds() {
        return items.stream()
                .map(item -> item instanceof Item.Shown(_, var displayId) ? displayId : "")
                .toList();
    }

    private static ObjectNode toJson(Item item) {
        return switch (item) {
            case Item.Stream(var name, var text) -> streamJson(name, text.toString());
            case Item.Shown(var output, _) -> output;
        };
    }

    private static ObjectNode streamJson(String name, String text) {
        return Json.object().put("output_type", "stream").put("name", name).put("text", text);
    }

    private static ObjectNode output(String msgType, ObjectNode content) {
        ObjectNode output = Json.object().put("output_type", msgType);
        List<String> fields =
                switch (msgType) {
                    case "error" -> List.of("ename", "evalue", "traceback");
                    case "execute_result" -> List.of("execution_count", "data", "metadata");
                    default -> List.of("data", "metadata");
                };
        Map<String, JsonNode> absent = new HashMap<>();
        absent.put("traceback", Json.array());
        absent.put("data", Json.object());
        absent.put("metadata", Json.object());
        for (String field : fields) {
            JsonNode value = content.get(field);
            output.set(field, value == null ? absent.get(field) : value);
        }
        return output;
    }

    private static String displayId(ObjectNode content) {
        return content.path("transient").path("display_id").asString("");
    }

    private static long weight(ObjectNode output) {
        long weight = 0;
        for (JsonNode value : output.path("data")) {
            weight += value.isString() ? value.asString().length() : value.toString().length();
        }
        return weight + output.path("traceback").toString().length();
    }
}
