package dev.moka.hub.console.view;

import java.util.List;

/// The editor of a package set, with what its coordinates resolve to.
public record PackageSetPage(
        Frame frame,
        String heading,
        String action,
        boolean isNew,
        boolean mine,
        boolean canShare,
        Form form,
        List<LineError> lineErrors,
        String countWords,
        List<Link> usedBy,
        Resolution resolution,
        String live) {

    /// What is wrong with one line of the coordinates.
    public record LineError(int line, String text) {}

    /// How the latest resolution goes or went.
    public record Resolution(
            String lead,
            boolean running,
            boolean canStart,
            String progress,
            String error,
            List<PackageRow> jars) {

        public Resolution {
            jars = List.copyOf(jars);
        }
    }

    public PackageSetPage {
        lineErrors = List.copyOf(lineErrors);
        usedBy = List.copyOf(usedBy);
    }
}
