package dev.moka.protocol.zmq;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A message as the frames of one ZeroMQ multipart message: routing identities (or a topic),
/// `<IDS|MSG>`, signature, the four JSON parts, buffers.
///
/// @param identities where it came from or goes to; on IOPub the topic
public record Multipart(List<byte[]> identities, byte[] signature, RawMessage message) {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;

    public Multipart {
        identities = List.copyOf(identities);
    }

    /// Encodes and signs a message.
    public static List<byte[]> encode(List<byte[]> identities, RawMessage message, Signer signer) {
        List<byte[]> json = json(message);
        List<byte[]> frames = new ArrayList<>(identities.size() + 2 + json.size());
        frames.addAll(identities);
        frames.add(DELIMITER);
        frames.add(signer.sign(json));
        frames.addAll(json);
        frames.addAll(message.buffers());
        return frames;
    }

    /// Decodes the frames of one message and checks its signature.
    ///
    /// @throws ProtocolException when the delimiter or a part is missing, or the signature is wrong
    public static Multipart decode(Channel channel, List<byte[]> frames, Signer signer) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int start = delimiter + 2;
        if (frames.size() < start + JSON_PARTS) {
            throw new ProtocolException(
                    "a message of %d frames lacks <IDS|MSG>, the signature or one of the four parts"
                            .formatted(frames.size()));
        }
        RawMessage message =
                new RawMessage(
                        channel,
                        frames.get(start),
                        frames.get(start + 1),
                        frames.get(start + 2),
                        frames.get(start + 3),
                        frames.subList(start + JSON_PARTS, frames.size()));
        byte[] signature = frames.get(delimiter + 1);
        if (!signer.accepts(signature, json(message))) {
            throw new ProtocolException(
                    "a message on %s has a wrong signature".formatted(channel.wireName()));
        }
        return new Multipart(frames.subList(0, delimiter), signature, message);
    }

    private static List<byte[]> json(RawMessage message) {
        return List.of(
                message.header(), message.parentHeader(), message.metadata(), message.content());
    }
}
