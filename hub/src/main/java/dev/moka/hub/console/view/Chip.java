package dev.moka.hub.console.view;

import org.jspecify.annotations.Nullable;

/// A filter that can be clicked, with how many rows it keeps.
public record Chip(String word, long count, String href, boolean chosen) {

    /// `true` when chosen, else null, so that the attribute is left out.
    public @Nullable String current() {
        return chosen ? "true" : null;
    }
}
