package dev.moka.lab.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts outputs into the cells of a notebook (nbformat 4) by cell id. The source of a cell is never
/// touched.
public final class NotebookMerge {
    private NotebookMerge() {}

    /// Changes the notebook. Where a cell ran more than once, its last run counts. A cell that is
    /// not in the notebook is passed over.
    ///
    /// @param runs oldest first
    /// @return whether anything changed
    public static boolean apply(ObjectNode notebook, List<RunOutputs> runs) {
        Map<String, RunOutputs> byCell = new HashMap<>();
        runs.forEach(run -> byCell.put(run.run().cellId(), run));
        boolean changed = false;
        for (JsonNode node : notebook.path("cells")) {
            RunOutputs run = byCell.get(node.path("id").asString(""));
            if (run != null && node instanceof ObjectNode cell && isCode(cell)) {
                changed |= put(cell, run);
            }
        }
        return changed;
    }

    private static boolean isCode(ObjectNode cell) {
        return cell.path("cell_type").asString("").equals("code");
    }

    private static boolean put(ObjectNode cell, RunOutputs run) {
        ObjectNode before = cell.deepCopy();
        cell.set("outputs", run.outputs());
        if (run.run().executionCount().isPresent()) {
            cell.put("execution_count", run.run().executionCount().getAsInt());
        } else {
            cell.putNull("execution_count");
        }
        return !before.equals(cell);
    }
}
