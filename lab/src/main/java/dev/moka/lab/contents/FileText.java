package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/// The bytes that a save request carries.
final class FileText {
    private FileText() {}

    static byte[] bytes(ApiPath path, SaveRequest request) {
        JsonNode content = request.content();
        if (content == null || !content.isString()) {
            throw Problem.badRequest("The content of '%s' must be a text".formatted(path));
        }
        String format = request.format() == null ? "" : request.format();
        return switch (format) {
            case "text" -> content.asString().getBytes(StandardCharsets.UTF_8);
            case "base64" -> decoded(path, content.asString());
            default ->
                    throw Problem.badRequest(
                            "Must specify format of file contents as 'text' or 'base64'");
        };
    }

    private static byte[] decoded(ApiPath path, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "Encoding error saving %s: %s".formatted(path, e.getMessage()));
        }
    }
}
