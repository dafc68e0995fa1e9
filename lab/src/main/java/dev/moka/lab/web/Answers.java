package dev.moka.lab.web;

import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/// JSON answers.
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
}
