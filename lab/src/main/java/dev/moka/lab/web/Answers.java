package dev.moka.lab.web;

import dev.moka.lab.notebook.JsonFault;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /// Answers with JSON that may be large, without a copy of it in memory.
    static void largeJson(Context context, int status, JsonNode body) throws IOException {
        context.status(status).contentType("application/json").header("Cache-Control", "no-store");
        try (OutputStream out = context.outputStream()) {
            Json.mapper().writeValue(out, body);
        }
    }

    /// The body as one JSON object; an empty body is an empty object.
    ///
    /// @throws Problem 400 with line and column when it is not
    static ObjectNode body(Context context) {
        int largest = LabWeb.LARGEST_REQUEST;
        if (context.contentLength() > largest) {
            throw Problem.tooLarge(
                    "The request has %d MB; at most %d MB are taken. Upload large files in pieces"
                            .formatted(context.contentLength() >> 20, largest >> 20));
        }
        try (InputStream in = new LimitedInput(context.bodyInputStream(), largest)) {
            JsonNode tree = NotebookFormat.mapper().readTree(in);
            if (tree.isMissingNode()) {
                return Json.object();
            }
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Problem.badRequest("Invalid JSON in body of request: an object is expected");
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "Invalid JSON in body of request%s: %s"
                            .formatted(JsonFault.position(e), JsonFault.words(e)));
        } catch (IOException e) {
            throw Problem.badRequest("The request broke off: " + e.getMessage());
        }
    }
}
