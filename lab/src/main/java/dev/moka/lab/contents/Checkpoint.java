package dev.moka.lab.contents;

import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// An older state of a file to which one can go back.
///
/// @param id its name; there is one per file, called `checkpoint`
/// @param lastModified when it was made
public record Checkpoint(String id, Instant lastModified) {
    /// The model as Jupyter Server writes it.
    public ObjectNode json() {
        return Json.object().put("id", id).put("last_modified", ContentsModel.time(lastModified));
    }
}
