package dev.moka.hub.console.view;

import java.util.Locale;

/// How a thing is doing, in one of five tones; each has its own shape as well as its own colour.
public enum Tone {
    OK,
    WAIT,
    BAD,
    OFF,
    INFO;

    /// The class name in the style sheet.
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
