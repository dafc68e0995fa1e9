package dev.moka.hub.console.view;

/// A line of a log: its time, whether it is an error, a heading or plain, and its safe HTML with
/// colours.
public record LogLine(String time, Kind kind, String html) {

    /// What kind of line it is.
    public enum Kind {
        OUT,
        ERR,
        STEP
    }

    /// The class name in the style sheet.
    public String css() {
        return switch (kind) {
            case OUT -> "out";
            case ERR -> "err";
            case STEP -> "step";
        };
    }
}
