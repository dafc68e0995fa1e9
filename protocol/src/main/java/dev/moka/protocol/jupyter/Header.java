package dev.moka.protocol.jupyter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The envelope of a message: who sent what kind, when, in which session.
///
/// @param msgId unique for each message
/// @param session the sender's client session, or the kernel's
/// @param date ISO 8601 with a zone
/// @param msgType for example `execute_request`
/// @param version the protocol version, for example `5.4`
/// @param subshellId the subshell a request is for (JEP 91); absent for the main shell
public record Header(
        String msgId,
        String session,
        String username,
        String date,
        String msgType,
        String version,
        @Nullable String subshellId) {
    /// The protocol version that Moka speaks.
    public static final String VERSION = "5.4";

    /// A new header with a random id and the present time.
    public static Header of(String msgType, String session, String username) {
        return new Header(
                UUID.randomUUID().toString(),
                session,
                username,
                Instant.now().toString(),
                msgType,
                VERSION,
                null);
    }

    /// Reads a header; an absent text field becomes the empty string.
    public static Header from(JsonNode json) {
        return new Header(
                text(json, "msg_id"),
                text(json, "session"),
                text(json, "username"),
                text(json, "date"),
                text(json, "msg_type"),
                text(json, "version"),
                json.path("subshell_id").isString() ? json.path("subshell_id").asString() : null);
    }

    /// The header as the JSON object of the wire.
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("msg_id", msgId);
        json.put("session", session);
        json.put("username", username);
        json.put("date", date);
        json.put("msg_type", msgType);
        json.put("version", version);
        if (subshellId != null) {
            json.put("subshell_id", subshellId);
        }
        return json;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.asString() : "";
    }
}
