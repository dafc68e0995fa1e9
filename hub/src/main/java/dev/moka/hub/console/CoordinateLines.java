package dev.moka.hub.console;

import dev.moka.hub.console.view.PackageSetPage.LineError;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.notebook.PackageCoordinate;
import java.util.ArrayList;
import java.util.List;

/// Maven coordinates as they are typed, one a line.
final class CoordinateLines {
    private static final int MOST_ERRORS = 8;

    private CoordinateLines() {}

    /// What is wrong with which line, at most eight of them.
    static List<LineError> errors(String text) {
        List<LineError> errors = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size() && errors.size() < MOST_ERRORS; i++) {
            try {
                PackageCoordinate.parseLines(lines.get(i));
            } catch (ValidationException e) {
                errors.add(new LineError(i + 1, e.text()));
            }
        }
        return errors;
    }

    static String count(String text) {
        long count =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .count();
        return count == 0
                ? "Maven coordinates, one a line: group:artifact:version. Lines that begin with #"
                        + " are notes."
                : Words.count(count, "package");
    }
}
