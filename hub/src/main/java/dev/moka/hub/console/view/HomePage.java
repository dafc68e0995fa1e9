package dev.moka.hub.console.view;

import java.util.List;

/// The list of a person's notebook instances.
public record HomePage(
        Frame frame,
        String lead,
        String filter,
        String only,
        List<Chip> chips,
        List<InstanceRow> rows,
        boolean any,
        String live) {

    public HomePage {
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }
}
