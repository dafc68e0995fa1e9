package dev.moka.lab.journal;

/// One entry of a {@link FrameLog}.
///
/// @param position where it stands in the log
/// @param next the position that follows it
/// @param sequence the kernel's sequence number, 0 for what a kernel did not say
/// @param session the client session that it is for or from; empty when it is for all
/// @param frame a WebSocket v1 frame, or the UTF-8 text of a mark
public record LogEntry(
        long position, long next, Kind kind, long sequence, String session, byte[] frame) {
    /// What an entry is.
    public enum Kind {
        /// A frame from the kernel.
        SAID,
        /// A request of a client to the kernel.
        ASKED,
        /// A frame that the lab made itself, in the kernel's place.
        LOCAL,
        /// The kernel process changed; the text is its epoch, and sequences start anew.
        EPOCH,
        /// The outputs of a run are in the notebook file; the text is the id of the request.
        SETTLED;

        static Kind of(byte code) {
            return values()[code];
        }

        byte code() {
            return (byte) ordinal();
        }
    }

    /// Whether a client is to see it.
    public boolean isFor(String client) {
        return (kind == Kind.SAID || kind == Kind.LOCAL)
                && (session.isEmpty() || session.equals(client));
    }
}
