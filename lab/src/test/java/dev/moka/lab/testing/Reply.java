package dev.moka.lab.testing;

import dev.moka.protocol.jupyter.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What a server answered.
///
/// @param status the HTTP status
/// @param headers the headers
/// @param body the bytes
public record Reply(int status, HttpHeaders headers, byte[] body) {
    /// The body as JSON.
    public JsonNode json() {
        return Json.mapper().readTree(body);
    }

    /// The body as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// A header, or an empty string.
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
