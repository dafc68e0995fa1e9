package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A document and the kernel that runs it.
///
/// @param path the document's path in the workspace, or a made-up name for a console
/// @param type `notebook`, `console` or `file`
public record Session(String id, String path, String name, String type, String kernelId) {
    /// As the REST API shows it.
    public ObjectNode toJson(KernelModel kernel) {
        ObjectNode json =
                Json.object().put("id", id).put("path", path).put("name", name).put("type", type);
        json.set("kernel", kernel.toJson());
        if (type.equals("notebook")) {
            json.putObject("notebook").put("path", path).put("name", name);
        }
        return json;
    }

    ObjectNode toFile() {
        return Json.object()
                .put("id", id)
                .put("path", path)
                .put("name", name)
                .put("type", type)
                .put("kernel", kernelId);
    }

    static Session fromFile(JsonNode json) {
        return new Session(
                json.path("id").asString(""),
                json.path("path").asString(""),
                json.path("name").asString(""),
                json.path("type").asString("notebook"),
                json.path("kernel").asString(""));
    }

    Session at(String otherPath, String otherName, String otherType) {
        return new Session(id, otherPath, otherName, otherType, kernelId);
    }

    Session on(String otherKernel) {
        return new Session(id, path, name, type, otherKernel);
    }
}
