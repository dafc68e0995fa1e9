package dev.moka.lab.events;

import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One event in the form of Jupyter's event system.
///
/// @param schemaId the URI of the schema that the data obeys
/// @param data what happened
public record Event(String schemaId, ObjectNode data, Instant at) {
    /// The schema of what is done with kernels.
    public static final String KERNEL_ACTIONS =
            "https://events.jupyter.org/jupyter_server/kernel_actions/v1";

    /// Something was done with a kernel.
    ///
    /// @param failure why it failed; null when it did not
    public static Event kernelAction(
            String action, String id, String name, @Nullable String failure, Instant at) {
        ObjectNode data = Json.object().put("action", action);
        if (!id.isEmpty()) {
            data.put("kernel_id", id);
        }
        data.put("kernel_name", name).put("status", failure == null ? "success" : "error");
        data.put("msg", message(action, id, failure));
        return new Event(KERNEL_ACTIONS, data, at);
    }

    private static String message(String action, String id, @Nullable String failure) {
        if (failure != null) {
            return failure;
        }
        return switch (action) {
            case "start" -> "Kernel %s was started.".formatted(id);
            case "interrupt" -> "Kernel %s was interrupted.".formatted(id);
            case "restart" -> "Kernel %s was restarted.".formatted(id);
            default -> "Kernel %s was shut down.".formatted(id);
        };
    }

    /// As a subscriber of `/api/events/subscribe` gets it.
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("schema_id", schemaId);
        json.put("__timestamp__", at.toString());
        json.put("__schema__", schemaId);
        json.put("__schema_version__", "1");
        json.put("__metadata_version__", 1);
        json.setAll(data);
        return json;
    }
}
