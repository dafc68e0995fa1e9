package dev.moka.lab.web;

import dev.moka.lab.notebook.JsonFault;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading and writing JSON bodies.
final class Answers {
    private Answers() {}

    /// Answers 200 with JSON that is already written.
    static void json(Context context, String body) {
        context.contentType("application/json").header("Cache-Control", "no-store").result(body);
    }

    /// Answers with JSON that no cache may keep.
    static void json(Context context, int status, JsonNode body) {
        context.status(status)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(Json.bytes(body));
    }

    /// The body as one JSON object; an empty body is an empty object.
    ///
    /// @throws Problem 400 with line and column when it is not
    static ObjectNode body(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            return Json.object();
        }
        try {
            if (NotebookFormat.mapper().readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw Problem.badRequest("Invalid JSON in body of request: an object is expected");
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "Invalid JSON in body of request%s: %s"
                            .formatted(JsonFault.position(e), JsonFault.words(e)));
        }
    }
}
