package dev.moka.hub.console.view;

/// A line of a log: its time, what kind of line it is, and its safe HTML with colours.
public record LogLine(String time, Kind kind, String html) {

    /// What kind of line it is.
    public enum Kind {
        OUT,
        /// From a script's standard error.
        ERR,
        /// A heading of Moka's own.
        STEP,
        /// Why the start failed.
        FAILED
    }

    /// The class name in the style sheet.
    public String css() {
        return switch (kind) {
            case OUT -> "out";
            case ERR -> "err";
            case STEP -> "step";
            case FAILED -> "failed";
        };
    }
}
