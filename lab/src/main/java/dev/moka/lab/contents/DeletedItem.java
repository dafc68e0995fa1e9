package dev.moka.lab.contents;

import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// Something in the trash.
///
/// @param id its name there
/// @param path where it was
public record DeletedItem(String id, ApiPath path, boolean isFolder, Instant deleted) {
    /// As the trash's routes tell it.
    public ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("path", path.toString())
                .put("type", isFolder ? "directory" : "file")
                .put("deleted", deleted.toString());
    }
}
