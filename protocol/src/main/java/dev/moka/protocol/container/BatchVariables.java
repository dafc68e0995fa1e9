package dev.moka.protocol.container;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The environment that batch transform adds to a serving container: "Use Your Own Inference Code
/// with Batch Transform". All but the first are there only when the request sets them.
///
/// @param batchStrategy [ExecutionParameters#MULTI_RECORD], [ExecutionParameters#SINGLE_RECORD] or
///   null
public record BatchVariables(
        OptionalInt maxPayloadInMb,
        @Nullable String batchStrategy,
        OptionalInt maxConcurrentTransforms) {
    public static final String BATCH = "SAGEMAKER_BATCH";
    public static final String MAX_PAYLOAD_IN_MB = "SAGEMAKER_MAX_PAYLOAD_IN_MB";
    public static final String BATCH_STRATEGY = "SAGEMAKER_BATCH_STRATEGY";
    public static final String MAX_CONCURRENT_TRANSFORMS = "SAGEMAKER_MAX_CONCURRENT_TRANSFORMS";

    /// The variables to set.
    public Map<String, String> toEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(BATCH, "true");
        maxPayloadInMb.ifPresent(size -> variables.put(MAX_PAYLOAD_IN_MB, String.valueOf(size)));
        if (batchStrategy != null) {
            variables.put(BATCH_STRATEGY, batchStrategy);
        }
        maxConcurrentTransforms.ifPresent(
                count -> variables.put(MAX_CONCURRENT_TRANSFORMS, String.valueOf(count)));
        return Map.copyOf(variables);
    }

    /// Whether a program was started for a batch.
    public static boolean isBatch(Map<String, String> environment) {
        return Boolean.parseBoolean(environment.getOrDefault(BATCH, "false"));
    }
}
