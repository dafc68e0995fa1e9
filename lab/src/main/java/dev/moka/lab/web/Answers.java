package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading and writing JSON bodies.
final class Answers {
    private Answers() {}

    /// Answers with JSON that no cache may keep.
    static void json(Context context, int status, JsonNode body) {
        context.status(status)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(Json.bytes(body));
    }

    /// The request's body as one JSON object; an empty body is an empty object.
    static ObjectNode body(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            return Json.object();
        }
        try {
            return Json.parseObject(body);
        } catch (ProtocolException e) {
            throw Problem.badRequest("Invalid JSON in body of request: " + e.getMessage());
        }
    }
}
