package dev.moka.hub.notebook;

import java.util.List;
import java.util.stream.Collectors;

/// Words for a list of instances in an error.
final class InUse {
    private static final int MOST_NAMED = 5;

    private InUse() {}

    static String names(List<NotebookInstance> instances) {
        String names =
                instances.stream()
                        .limit(MOST_NAMED)
                        .map(i -> "'" + i.key() + "'")
                        .collect(Collectors.joining(", "));
        int more = instances.size() - MOST_NAMED;
        return more > 0 ? names + " and %d more".formatted(more) : names;
    }
}
