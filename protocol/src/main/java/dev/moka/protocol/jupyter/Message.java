package dev.moka.protocol.jupyter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A parsed message.
///
/// @param parent the header of the request that this answers, or null when it answers none
/// @param buffers binary attachments, shared and read-only
public record Message(
        Channel channel,
        Header header,
        @Nullable Header parent,
        ObjectNode metadata,
        ObjectNode content,
        List<byte[]> buffers) {
    public Message {
        buffers = List.copyOf(buffers);
    }

    /// Parses the four JSON parts.
    ///
    /// @throws ProtocolException when a part is not a JSON object, or the header has no `msg_type`
    public static Message parse(RawMessage raw) {
        Header header = Header.from(Json.parseObject(raw.header()));
        if (header.msgType().isEmpty()) {
            throw new ProtocolException("the message header has no msg_type");
        }
        ObjectNode parent = Json.parseObject(raw.parentHeader());
        return new Message(
                raw.channel(),
                header,
                parent.isEmpty() ? null : Header.from(parent),
                Json.parseObject(raw.metadata()),
                Json.parseObject(raw.content()),
                raw.buffers());
    }

    /// The message as wire parts.
    public RawMessage toRaw() {
        return new RawMessage(
                channel,
                Json.bytes(header.toJson()),
                Json.bytes(parent == null ? Json.object() : parent.toJson()),
                Json.bytes(metadata),
                Json.bytes(content),
                buffers);
    }
}
