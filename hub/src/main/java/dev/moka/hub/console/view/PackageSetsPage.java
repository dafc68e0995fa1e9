package dev.moka.hub.console.view;

import java.util.List;

/// The list of package sets.
public record PackageSetsPage(Frame frame, List<Row> rows) {

    /// One package set: what is in it and who uses it.
    public record Row(
            String name,
            String path,
            String shared,
            boolean mine,
            List<String> coordinates,
            List<Link> usedBy,
            String changed) {

        public Row {
            coordinates = List.copyOf(coordinates);
            usedBy = List.copyOf(usedBy);
        }
    }

    public PackageSetsPage {
        rows = List.copyOf(rows);
    }
}
