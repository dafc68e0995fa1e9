package dev.moka.lab.kernels;

import java.io.IOException;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// The notebooks of a workspace, as seen by one who puts outputs into them.
@FunctionalInterface
public interface NotebookFiles {
    /// Reads a notebook, has it changed, and writes it, whole or not at all; nobody else writes it
    /// meanwhile.
    ///
    /// @param change changes the notebook's tree; false to leave the file as it is
    /// @throws IOException when there is no such notebook, or it can't be read or written
    void update(String path, Predicate<ObjectNode> change) throws IOException;
}
