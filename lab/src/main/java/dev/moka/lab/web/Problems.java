package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// What went wrong, as a response.
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void answer(Context context, Exception e) {
        switch (e) {
            case Problem problem ->
                    write(context, problem.status(), problem.message(), problem.reason());
            case HttpResponseException http -> throw http;
            default -> {
                log.error("{} {} failed", context.method(), context.path(), e);
                write(context, 500, "Unhandled error", null);
            }
        }
    }

    private static void write(
            Context context, int status, String message, @Nullable String reason) {
        ObjectNode body = Json.object().put("message", message);
        body.put("reason", reason);
        Answers.json(context, status, body);
    }
}
