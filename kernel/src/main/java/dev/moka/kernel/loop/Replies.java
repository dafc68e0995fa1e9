package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.kernel.output.WellFormed;
import dev.moka.protocol.jupyter.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The contents that many messages share.
final class Replies {
    private Replies() {}

    static ObjectNode ok() {
        return Json.object().put("status", "ok");
    }

    static ObjectNode aborted() {
        return Json.object().put("status", "aborted");
    }

    /// An error that the loop itself reports.
    static ObjectNode error(String name, String message) {
        ObjectNode content = Json.object().put("status", "error");
        content.put("ename", name);
        content.put("evalue", WellFormed.text(message));
        content.putArray("traceback").add(WellFormed.text(name + ": " + message));
        return content;
    }

    /// An error of the user's code, with the fields of an `error` message and of a reply.
    static ObjectNode error(Outcome.Failed failed) {
        ObjectNode content = Json.object().put("status", "error");
        content.put("ename", WellFormed.text(failed.name()));
        content.put("evalue", WellFormed.text(failed.message()));
        ArrayNode traceback = content.putArray("traceback");
        failed.traceback().forEach(line -> traceback.add(WellFormed.text(line)));
        return content;
    }

    /// A value as `data` and `metadata`.
    static ObjectNode bundle(MimeBundle bundle) {
        ObjectNode content = Json.object();
        content.set("data", tree(bundle.data()));
        content.set("metadata", tree(bundle.metadata()));
        return content;
    }

    private static ObjectNode tree(Map<String, Object> values) {
        ObjectNode tree = Json.object();
        values.forEach((key, value) -> tree.set(key, node(value)));
        return tree;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode json -> json;
            case String text -> tree(text);
            default -> Json.mapper().valueToTree(value);
        };
    }

    private static JsonNode tree(String text) {
        return Json.object().stringNode(WellFormed.text(text));
    }
}
