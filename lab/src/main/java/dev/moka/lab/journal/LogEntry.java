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
        SAID(0),
        /// A request of a client to the kernel.
        ASKED(1),
        /// A frame that the lab made itself, in the kernel's place.
        LOCAL(2),
        /// The kernel process changed; the text is its epoch, and sequences start anew.
        EPOCH(3),
        /// The outputs of a run are in the notebook file; the text is the id of the request.
        SETTLED(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("log entries have no kind %d".formatted(code));
        }

        byte code() {
            return (byte) code;
        }
    }

    /// Whether a client is to see it.
    public boolean isFor(String client) {
        return (kind == Kind.SAID || kind == Kind.LOCAL)
                && (session.isEmpty() || session.equals(client));
    }
}
