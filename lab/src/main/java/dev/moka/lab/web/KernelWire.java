package dev.moka.lab.web;

import dev.moka.lab.journal.FramePeek;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The older wire of kernel messages: one JSON object, and where there are buffers, a binary frame
/// of big-endian uint32 count and offsets, the JSON, and the buffers.
///
/// Source: `jupyter_server.services.kernels.connection.base`, `serialize_binary_message`.
final class KernelWire {
    private static final List<String> PARTS =
            List.of("header", "parent_header", "metadata", "content");

    private KernelWire() {}

    /// Whether a message needs the binary form.
    static boolean hasBuffers(RawMessage message) {
        return !message.buffers().isEmpty();
    }

    /// A message as JSON text; its parts are copied, not parsed.
    static byte[] text(RawMessage message, FramePeek peek) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(message.content().length + 512);
        write(json, "{\"channel\":\"" + message.channel().wireName() + "\",\"header\":");
        json.writeBytes(message.header());
        write(json, ",\"msg_id\":" + quoted(peek.msgId()));
        write(json, ",\"msg_type\":" + quoted(peek.msgType()) + ",\"parent_header\":");
        json.writeBytes(message.parentHeader());
        write(json, ",\"metadata\":");
        json.writeBytes(message.metadata());
        write(json, ",\"content\":");
        json.writeBytes(message.content());
        write(json, ",\"buffers\":[]}");
        return json.toByteArray();
    }

    private static void write(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return Json.mapper().writeValueAsString(text);
    }

    /// A message with buffers as a binary frame.
    static byte[] binary(RawMessage message, FramePeek peek) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(text(message, peek));
        parts.addAll(message.buffers());
        int position = Integer.BYTES * (1 + parts.size());
        int size = position + parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer frame = ByteBuffer.allocate(size).putInt(parts.size());
        for (byte[] part : parts) {
            frame.putInt(position);
            position += part.length;
        }
        parts.forEach(frame::put);
        return frame.array();
    }

    /// Reads a JSON text and makes a v1 frame of it.
    static byte[] frame(String text) {
        return frame(text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /// Reads a binary frame of this wire and makes a v1 frame of it.
    static byte[] frame(ByteBuffer binary) {
        List<byte[]> parts = split(binary);
        return frame(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static byte[] frame(byte[] utf8, List<byte[]> buffers) {
        ObjectNode json = Json.parseObject(utf8);
        List<byte[]> parts = new ArrayList<>();
        for (String part : PARTS) {
            JsonNode value = json.get(part);
            parts.add(Json.bytes(value instanceof ObjectNode ? value : Json.object()));
        }
        Channel channel = Channel.of(json.path("channel").asString("shell"));
        return WebSocketV1.encode(
                new RawMessage(
                        channel, parts.get(0), parts.get(1), parts.get(2), parts.get(3), buffers));
    }

    private static List<byte[]> split(ByteBuffer binary) {
        int size = binary.remaining();
        int start = binary.position();
        int count = size < Integer.BYTES ? 0 : binary.getInt(start);
        if (count < 1 || count > size / Integer.BYTES - 1) {
            throw new ProtocolException(
                    "a frame of %d bytes can't have %d parts".formatted(size, count));
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int from = binary.getInt(start + Integer.BYTES * i);
            int to = i == count ? size : binary.getInt(start + Integer.BYTES * (i + 1));
            if (from < Integer.BYTES * (1 + count) || to < from || to > size) {
                throw new ProtocolException(
                        "part %d of a frame of %d bytes lies from %d to %d"
                                .formatted(i - 1, size, from, to));
            }
            byte[] part = new byte[to - from];
            binary.get(start + from, part);
            parts.add(part);
        }
        return parts;
    }
}
