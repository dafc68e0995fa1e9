package dev.moka.lab.run;

import dev.moka.lab.journal.CellOutputs;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// What came of one cell.
///
/// @param failure the lines that say what went wrong; empty when nothing did
record CellResult(
        CellOutputs outputs, OptionalInt executionCount, Duration took, List<String> failure) {
    CellResult {
        failure = List.copyOf(failure);
    }

    boolean failed() {
        return !failure.isEmpty();
    }
}
