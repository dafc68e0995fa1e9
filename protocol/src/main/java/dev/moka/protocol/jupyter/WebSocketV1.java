package dev.moka.protocol.jupyter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The binary framing of Jupyter's WebSocket subprotocol `v1.kernel.websocket.jupyter.org`.
///
/// A frame is little-endian: uint64 count of offsets, the offsets, then the parts between them:
/// channel name, header, parent header, metadata, content, buffers. It carries no signature.
/// Source: <https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html>.
public final class WebSocketV1 {
    /// The name under which the subprotocol is negotiated.
    public static final String SUBPROTOCOL = "v1.kernel.websocket.jupyter.org";

    private static final int FIXED_PARTS = 5;

    private WebSocketV1() {}

    /// Encodes a message as one frame.
    public static byte[] encode(RawMessage message) {
        List<byte[]> parts = new ArrayList<>(FIXED_PARTS + message.buffers().size());
        parts.add(message.channel().wireName().getBytes(StandardCharsets.UTF_8));
        parts.add(message.header());
        parts.add(message.parentHeader());
        parts.add(message.metadata());
        parts.add(message.content());
        parts.addAll(message.buffers());
        int offsets = parts.size() + 1;
        int position = Long.BYTES * (1 + offsets);
        int size = position + parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer frame = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(offsets);
        frame.putLong(position);
        for (byte[] part : parts) {
            position += part.length;
            frame.putLong(position);
        }
        parts.forEach(frame::put);
        return frame.array();
    }

    /// Decodes one frame.
    ///
    /// @throws ProtocolException when the offsets do not lie in the frame in ascending order, or a
    ///   part is missing
    public static RawMessage decode(byte[] frame) {
        List<byte[]> parts = split(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN));
        return new RawMessage(
                Channel.of(new String(parts.get(0), StandardCharsets.UTF_8)),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.subList(FIXED_PARTS, parts.size()));
    }

    private static List<byte[]> split(ByteBuffer frame) {
        int size = frame.limit();
        long offsets = size < Long.BYTES ? 0 : frame.getLong(0);
        if (offsets < FIXED_PARTS + 1 || offsets > size / Long.BYTES - 1) {
            throw new ProtocolException(
                    "a frame of %d bytes can't have %d offsets".formatted(size, offsets));
        }
        List<byte[]> parts = new ArrayList<>();
        long start = frame.getLong(Long.BYTES);
        if (start < Long.BYTES * (1 + offsets)) {
            throw new ProtocolException(
                    "the first part starts at %d, inside the offsets".formatted(start));
        }
        for (int i = 1; i < offsets; i++) {
            long end = frame.getLong(Long.BYTES * (1 + i));
            if (end < start || end > size) {
                throw new ProtocolException(
                        "part %d ends at %d, outside %d to %d".formatted(i - 1, end, start, size));
            }
            byte[] part = new byte[(int) (end - start)];
            frame.get((int) start, part);
            parts.add(part);
            start = end;
        }
        return parts;
    }
}
