package dev.moka.lab.journal;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// A run and what came out of it.
///
/// @param displayIds for each output the id under which the kernel may change it, or an empty text
/// @param lastMessage the id of the last message of the kernel that is in the outputs, so that one
///   who also listens knows where they go on; empty when there is none
public record RunOutputs(
        CellRun run, ArrayNode outputs, List<String> displayIds, String lastMessage) {
    public RunOutputs {
        displayIds = List.copyOf(displayIds);
    }
}
