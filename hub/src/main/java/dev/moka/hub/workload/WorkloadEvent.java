package dev.moka.hub.workload;

import java.time.Instant;
import java.util.List;

/// What a workload did.
public sealed interface WorkloadEvent {

    /// It runs.
    record Started(Instant at) implements WorkloadEvent {}

    /// It printed lines.
    record Output(List<OutputLine> lines) implements WorkloadEvent {
        public Output {
            lines = List.copyOf(lines);
        }
    }

    /// It ended, and all that it printed was told; the last event.
    record Exited(WorkloadExit exit) implements WorkloadEvent {}
}
