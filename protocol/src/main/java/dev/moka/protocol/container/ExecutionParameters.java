package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a container answers to `/execution-parameters`: how batch transform had best call it.
///
/// @param batchStrategy `MULTI_RECORD`, `SINGLE_RECORD`, or null when the container leaves it open
public record ExecutionParameters(
        OptionalInt maxConcurrentTransforms,
        @Nullable String batchStrategy,
        OptionalInt maxPayloadInMb) {
    public static final String MULTI_RECORD = "MULTI_RECORD";
    public static final String SINGLE_RECORD = "SINGLE_RECORD";

    /// Reads an answer; members that are missing stay open.
    ///
    /// @throws ContainerException when it is not a JSON object
    public static ExecutionParameters parse(byte[] json) {
        ObjectNode answer = JsonFile.object("/execution-parameters", json);
        return new ExecutionParameters(
                number(answer, "MaxConcurrentTransforms"),
                JsonFile.text(answer, "BatchStrategy").orElse(null),
                number(answer, "MaxPayloadInMB"));
    }

    /// The answer's text.
    public byte[] toJson() {
        ObjectNode answer = Json.object();
        maxConcurrentTransforms.ifPresent(count -> answer.put("MaxConcurrentTransforms", count));
        if (batchStrategy != null) {
            answer.put("BatchStrategy", batchStrategy);
        }
        maxPayloadInMb.ifPresent(size -> answer.put("MaxPayloadInMB", size));
        return Json.bytes(answer);
    }

    private static OptionalInt number(ObjectNode answer, String field) {
        JsonNode value = answer.path(field);
        return value.isIntegralNumber() ? OptionalInt.of(value.asInt()) : OptionalInt.empty();
    }
}
