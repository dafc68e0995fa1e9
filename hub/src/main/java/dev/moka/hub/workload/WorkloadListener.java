package dev.moka.hub.workload;

/// Hears what a workload does, one event after the other. Output is told again after a restart of
/// the hub unless this had returned.
@FunctionalInterface
public interface WorkloadListener {

    void on(WorkloadEvent event);
}
