package dev.moka.kernel.loop;

import dev.moka.kernel.transport.Address;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.RawMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message from a front end, parsed, with where its answer must go.
///
/// @param raw the same message unparsed; its header is the parent header of all that answers it
record Request(Message message, RawMessage raw, Address from) {
    private static final String SUFFIX = "_request";

    static Request parse(RawMessage raw, Address from) {
        return new Request(Message.parse(raw), raw, from);
    }

    String type() {
        return message.header().msgType();
    }

    ObjectNode content() {
        return message.content();
    }

    /// Whether it is of a kind that has a reply.
    boolean wantsReply() {
        return type().endsWith(SUFFIX);
    }

    /// For example `execute_reply`.
    String replyType() {
        String type = type();
        String stem = wantsReply() ? type.substring(0, type.length() - SUFFIX.length()) : type;
        return stem + "_reply";
    }

    String text(String field) {
        JsonNode value = content().path(field);
        return value.isString() ? value.asString() : "";
    }

    int number(String field, int otherwise) {
        JsonNode value = content().path(field);
        return value.isIntegralNumber() && value.canConvertToInt() ? value.asInt() : otherwise;
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode value = content().path(field);
        return value.isBoolean() ? value.asBoolean() : otherwise;
    }
}
