package dev.moka.lab.journal;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What a relay must know of a WebSocket v1 frame, read without copying or building trees.
///
/// @param parent the id of the request that the message answers, empty when none
/// @param parentSession the session of that request, empty when none
public record FramePeek(
        Channel channel,
        String msgId,
        String msgType,
        String session,
        String parent,
        String parentSession) {

    private static final int PARTS = 5;

    /// Looks into a frame.
    ///
    /// @throws ProtocolException when it is not a frame, or its header is no JSON object
    public static FramePeek of(byte[] frame) {
        int[] offsets = offsets(frame);
        String channel =
                new String(frame, offsets[0], offsets[1] - offsets[0], StandardCharsets.UTF_8);
        Envelope header = Envelope.read(frame, offsets[1], offsets[2]);
        Envelope parent = Envelope.read(frame, offsets[2], offsets[3]);
        if (header.msgType.isEmpty()) {
            throw new ProtocolException("the message header has no msg_type");
        }
        return new FramePeek(
                Channel.of(channel),
                header.msgId,
                header.msgType,
                header.session,
                parent.msgId,
                parent.session);
    }

    private static int[] offsets(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        long count = frame.length < Long.BYTES ? 0 : bytes.getLong(0);
        if (count < PARTS + 1 || count > frame.length / Long.BYTES - 1) {
            throw new ProtocolException(
                    "a frame of %d bytes can't have %d offsets".formatted(frame.length, count));
        }
        int[] offsets = new int[PARTS + 1];
        long least = Long.BYTES * (1 + count);
        for (int i = 0; i < count; i++) {
            long offset = bytes.getLong(Long.BYTES * (1 + i));
            if (offset < least || offset > frame.length) {
                throw new ProtocolException(
                        "offset %d of a frame is %d, outside %d to %d"
                                .formatted(i, offset, least, frame.length));
            }
            least = offset;
            if (i <= PARTS) {
                offsets[i] = (int) offset;
            }
        }
        return offsets;
    }

    private record Envelope(String msgId, String msgType, String session) {
        static Envelope read(byte[] frame, int from, int to) {
            String msgId = "";
            String msgType = "";
            String session = "";
            try (JsonParser json = Json.mapper().createParser(frame, from, to - from)) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new ProtocolException("a message header is not a JSON object");
                }
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    JsonToken value = json.nextToken();
                    if (value != JsonToken.VALUE_STRING) {
                        json.skipChildren();
                        continue;
                    }
                    switch (name) {
                        case "msg_id" -> msgId = json.getString();
                        case "msg_type" -> msgType = json.getString();
                        case "session" -> session = json.getString();
                        default -> {}
                    }
                }
                return new Envelope(msgId, msgType, session);
            } catch (JacksonException e) {
                throw new ProtocolException("not JSON: " + e.getOriginalMessage(), e);
            }
        }
    }
}
