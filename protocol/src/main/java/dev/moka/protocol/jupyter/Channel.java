package dev.moka.protocol.jupyter;

/// One of the four message streams between a front end and a kernel (the heartbeat carries no
/// messages).
public enum Channel {
    SHELL("shell"),
    CONTROL("control"),
    STDIN("stdin"),
    IOPUB("iopub");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    /// The name that stands in a frame, for example `iopub`.
    public String wireName() {
        return wireName;
    }

    /// Finds a channel by its wire name.
    ///
    /// @throws ProtocolException when there is none of that name
    public static Channel of(String wireName) {
        for (Channel channel : values()) {
            if (channel.wireName.equals(wireName)) {
                return channel;
            }
        }
        throw new ProtocolException(
                "channel '%s' is none of shell, control, stdin, iopub".formatted(wireName));
    }
}
