package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.model.ServiceModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes `docs/reference/operations.md` from the tables.
final class OperationsPage {
    private static final String HEAD =
            """
            # AWS operations

            Generated from the tables of operations by `OperationsReferenceTest`; run it with `MOKA_WRITE_DOCS=1` in the environment to write
            this page anew. *Takes* names the members of the request that have an effect or are given back; *ignores* those that AWS has and
            the hub does not look at. Everything else that AWS has answers `UnknownOperationException` (JSON) or `InvalidAction` (query) and says
            that Moka does not have it yet. S3 has a page of its own.
            """;

    private OperationsPage() {}

    static String of(List<OperationTable> tables) {
        return HEAD + tables.stream().map(OperationsPage::service).collect(Collectors.joining());
    }

    private static String service(OperationTable table) {
        return "\n## %s\n\n%d of AWS's %d operations.\n"
                        .formatted(
                                table.title(),
                                table.operations().size(),
                                table.model().operations().size())
                + table.operations().values().stream()
                        .map(operation -> operation(table, operation))
                        .collect(Collectors.joining());
    }

    private static String operation(OperationTable table, Operation<?, ?> operation) {
        Set<String> taken = members(table, operation.request());
        Set<String> ignored = new TreeSet<>(members(table.model(), operation.name()));
        ignored.removeAll(taken);
        StringBuilder text = new StringBuilder("\n### " + operation.name() + "\n\n");
        text.append("Takes ").append(listed(taken)).append(".\n");
        if (!ignored.isEmpty()) {
            text.append("Ignores ").append(listed(ignored)).append(".\n");
        }
        Set<String> given = members(table, operation.response());
        if (!given.isEmpty()) {
            text.append("Gives ").append(listed(given)).append(".\n");
        }
        if (!operation.differences().isEmpty()) {
            text.append("\n*Not as on AWS:* ")
                    .append(String.join(" ", operation.differences()))
                    .append("\n");
        }
        return text.toString();
    }

    private static Set<String> members(ServiceModel model, String operation) {
        return model.input(operation)
                .map(shape -> model.shape(shape).members().keySet())
                .orElse(Set.of());
    }

    private static Set<String> members(OperationTable table, Class<? extends Record> type) {
        return RecordShape.of(type).components().stream()
                .map(component -> table.names().of(component.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Set<String> members) {
        return members.isEmpty()
                ? "nothing"
                : members.stream().map(m -> "`" + m + "`").collect(Collectors.joining(", "));
    }
}
