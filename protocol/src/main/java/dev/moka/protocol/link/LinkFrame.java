package dev.moka.protocol.link;

/// One frame on the link between a hub and a kernel.
public sealed interface LinkFrame {
    /// The hub's first frame.
    ///
    /// @param epoch the kernel process that the hub last spoke to, empty when none
    /// @param lastSequence the last sequence number that the hub has stored from that process, 0
    ///   when none
    record Hello(String epoch, long lastSequence) implements LinkFrame {}

    /// The kernel's first frame.
    ///
    /// @param epoch names this kernel process
    /// @param nextSequence the sequence number of the next `Data` frame
    /// @param dropped how many messages the kernel had to drop, after `lastSequence`, to stay
    ///   within its bound
    record Welcome(String epoch, long nextSequence, long dropped) implements LinkFrame {}

    /// A message.
    ///
    /// @param sequence 1, 2, 3 … from the kernel; 0 from the hub
    /// @param frame a WebSocket subprotocol v1 frame
    record Data(long sequence, byte[] frame) implements LinkFrame {}

    /// The hub has stored every message up to and including this one; the kernel may forget them.
    record Ack(long sequence) implements LinkFrame {}
}
