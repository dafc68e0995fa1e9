package dev.moka.hub.console.view;

import java.util.List;

/// The list of lifecycle configs.
public record LifecycleConfigsPage(Frame frame, List<Row> rows, List<ScriptTemplate> templates) {

    /// One lifecycle config: which scripts it has and who uses it.
    public record Row(
            String name,
            String path,
            String shared,
            boolean mine,
            String about,
            String scripts,
            List<Link> usedBy,
            String changed) {

        public Row {
            usedBy = List.copyOf(usedBy);
        }
    }

    public LifecycleConfigsPage {
        rows = List.copyOf(rows);
        templates = List.copyOf(templates);
    }
}
