package dev.moka.hub.console.view;

/// A status as people read it: the word, its tone, and since when or why.
public record Status(String word, Tone tone, String detail) {

    /// Whether the detail is the reason of a failure and stands in red.
    public boolean failed() {
        return tone == Tone.BAD && !detail.isEmpty();
    }
}
