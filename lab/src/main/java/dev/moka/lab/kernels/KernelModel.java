package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A kernel as the REST API shows it.
///
/// @param connections how many clients are connected
public record KernelModel(
        String id, String name, Instant lastActivity, String executionState, int connections) {
    /// The JSON of Jupyter Server.
    public ObjectNode toJson() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("last_activity", lastActivity.toString())
                .put("execution_state", executionState)
                .put("connections", connections);
    }
}
