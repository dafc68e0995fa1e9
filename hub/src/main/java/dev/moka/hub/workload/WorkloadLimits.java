package dev.moka.hub.workload;

/// What a workload may use.
///
/// @param cpus how many CPUs' worth of time
/// @param memoryMib all its processes together
/// @param processes processes and threads together
/// @param diskMib what it may write into its folder
public record WorkloadLimits(int cpus, int memoryMib, int processes, int diskMib) {

    public WorkloadLimits {
        if (cpus < 1 || memoryMib < 1 || processes < 1 || diskMib < 1) {
            throw new IllegalArgumentException(
                    "Limits must be positive: %d CPUs, %d MiB, %d processes, %d MiB of disk"
                            .formatted(cpus, memoryMib, processes, diskMib));
        }
    }
}
