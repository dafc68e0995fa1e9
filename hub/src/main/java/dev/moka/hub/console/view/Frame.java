package dev.moka.hub.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page: title, place in the navigation, who is looking, theme, messages
/// and the form token.
public record Frame(
        String title,
        Section section,
        @Nullable Person viewer,
        String theme,
        String csrf,
        List<Flash> flashes,
        Assets assets) {

    public Frame {
        flashes = List.copyOf(flashes);
    }

    /// `page` when the top bar is at this section, else null, so that the attribute is left out.
    public @Nullable String at(Section other) {
        return section == other ? "page" : null;
    }

    /// The chosen theme, or null when the system decides.
    public @Nullable String chosenTheme() {
        return theme.isEmpty() ? null : theme;
    }
}
