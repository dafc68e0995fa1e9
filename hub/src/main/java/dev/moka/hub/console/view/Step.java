package dev.moka.hub.console.view;

/// One step of a start: what it is called, how far it is, and a number.
public record Step(String name, State state, int percent, String detail) {

    /// Where a step stands.
    public enum State {
        NOT_STARTED,
        RUNNING,
        DONE,
        FAILED
    }

    /// The tone of its bar.
    public Tone tone() {
        return switch (state) {
            case NOT_STARTED -> Tone.OFF;
            case RUNNING -> Tone.WAIT;
            case DONE -> Tone.OK;
            case FAILED -> Tone.BAD;
        };
    }

    /// The class name in the style sheet.
    public String css() {
        return switch (state) {
            case NOT_STARTED -> "todo";
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
        };
    }

    /// The state in words, for those who do not see the bar.
    public String said() {
        return switch (state) {
            case NOT_STARTED -> "not started";
            case RUNNING -> "running, " + percent + " %";
            case DONE -> "done";
            case FAILED -> "failed";
        };
    }
}
