package dev.moka.protocol.link;

import dev.moka.protocol.jupyter.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// Reads and writes {@link LinkFrame}s on a channel. Not thread-safe: one reader and one writer at
/// a time.
public final class LinkCodec {
    /// The largest frame accepted, in bytes.
    public static final int MAX_FRAME = 256 * 1024 * 1024;

    private static final byte HELLO = 1;
    private static final byte WELCOME = 2;
    private static final byte DATA = 3;
    private static final byte ACK = 4;
    private static final int MAX_EPOCH = 256;

    private LinkCodec() {}

    /// Writes one frame, whole.
    public static void write(WritableByteChannel channel, LinkFrame frame) throws IOException {
        ByteBuffer bytes = encode(frame);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Reads one frame, blocking until it is whole.
    ///
    /// @throws EOFException when the peer has closed the channel
    /// @throws ProtocolException when the bytes are not a frame
    public static LinkFrame read(ReadableByteChannel channel) throws IOException {
        int length = fill(channel, Integer.BYTES).getInt();
        if (length < 1 || length > MAX_FRAME) {
            throw new ProtocolException(
                    "a link frame of %d bytes; 1 to %d are allowed".formatted(length, MAX_FRAME));
        }
        return decode(fill(channel, length));
    }

    private static ByteBuffer encode(LinkFrame frame) {
        return switch (frame) {
            case LinkFrame.Hello(var epoch, var last) -> {
                byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
                yield start(HELLO, Long.BYTES + name.length).putLong(last).put(name).flip();
            }
            case LinkFrame.Welcome(var epoch, var next, var dropped) -> {
                byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
                yield start(WELCOME, 2 * Long.BYTES + name.length)
                        .putLong(next)
                        .putLong(dropped)
                        .put(name)
                        .flip();
            }
            case LinkFrame.Data(var sequence, var payload) ->
                    start(DATA, Long.BYTES + payload.length).putLong(sequence).put(payload).flip();
            case LinkFrame.Ack(var sequence) -> start(ACK, Long.BYTES).putLong(sequence).flip();
        };
    }

    private static ByteBuffer start(byte type, int fields) {
        return ByteBuffer.allocate(Integer.BYTES + 1 + fields).putInt(1 + fields).put(type);
    }

    private static LinkFrame decode(ByteBuffer body) {
        byte type = body.get();
        int needed = type == WELCOME ? 2 * Long.BYTES : Long.BYTES;
        if (body.remaining() < needed) {
            throw new ProtocolException("a link frame of type %d is cut short".formatted(type));
        }
        return switch (type) {
            case HELLO -> {
                long last = body.getLong();
                yield new LinkFrame.Hello(epoch(body), last);
            }
            case WELCOME -> {
                long next = body.getLong();
                long dropped = body.getLong();
                yield new LinkFrame.Welcome(epoch(body), next, dropped);
            }
            case DATA -> {
                long sequence = body.getLong();
                byte[] frame = new byte[body.remaining()];
                body.get(frame);
                yield new LinkFrame.Data(sequence, frame);
            }
            case ACK -> new LinkFrame.Ack(body.getLong());
            default -> throw new ProtocolException("link frame type %d is unknown".formatted(type));
        };
    }

    private static String epoch(ByteBuffer body) {
        if (body.remaining() > MAX_EPOCH) {
            throw new ProtocolException(
                    "an epoch of %d bytes; at most %d".formatted(body.remaining(), MAX_EPOCH));
        }
        return StandardCharsets.UTF_8.decode(body).toString();
    }

    private static ByteBuffer fill(ReadableByteChannel channel, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the link was closed");
            }
        }
        return buffer.flip();
    }
}
