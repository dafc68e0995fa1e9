package dev.moka.protocol.jupyter;

import java.util.List;

/// A message as its wire parts: the four JSON texts in UTF-8, unparsed, and the binary buffers.
///
/// A relay passes these on without looking inside. The arrays are shared, not copied: treat them as
/// read-only.
///
/// @param header JSON object
/// @param parentHeader JSON object, `{}` when there is no parent
/// @param metadata JSON object
/// @param content JSON object
public record RawMessage(
        Channel channel,
        byte[] header,
        byte[] parentHeader,
        byte[] metadata,
        byte[] content,
        List<byte[]> buffers) {
    public RawMessage {
        buffers = List.copyOf(buffers);
    }
}
