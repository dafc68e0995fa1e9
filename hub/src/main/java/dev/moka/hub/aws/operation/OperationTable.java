package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.model.ServiceModel;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The operations of one AWS service that the hub has, by name.
///
/// @param service its name in the model resources: `sagemaker`, `logs`, `iam`, `sts`
/// @param title its name for people
/// @param lenient shapes whose enumeration the hub knows better than the model
public record OperationTable(
        String service,
        String title,
        ServiceModel model,
        WireNames names,
        Set<String> lenient,
        Map<String, Operation<?, ?>> operations) {

    public OperationTable {
        lenient = Set.copyOf(lenient);
        operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    }

    public static OperationTable of(
            String service,
            String title,
            WireNames names,
            Set<String> lenient,
            List<? extends Collection<Operation<?, ?>>> families) {
        Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
        for (Collection<Operation<?, ?>> family : families) {
            for (Operation<?, ?> operation : family) {
                if (operations.put(operation.name(), operation) != null) {
                    throw new IllegalStateException(
                            "Two families have the operation " + operation.name());
                }
            }
        }
        return new OperationTable(
                service, title, ServiceModel.of(service), names, lenient, operations);
    }

    Optional<Operation<?, ?>> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /// Says of an operation that is not in the table what is the matter with it.
    String missing(String name) {
        return model.has(name)
                ? "Moka does not have the %s operation %s yet".formatted(title, name)
                : "%s has no operation '%s'".formatted(title, Words.bounded(name));
    }
}
