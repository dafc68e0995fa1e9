package dev.moka.hub.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Runs workloads apart from the hub. All of it can be done twice without harm, so that a hub that
/// was killed anywhere just does it again.
public interface WorkloadRuntime extends AutoCloseable {

    /// The folder that a workload sees as `/opt/ml`, made if it is missing; [#remove] deletes it.
    Path folder(WorkloadId id) throws IOException;

    /// Starts a workload, or goes on with it when it was started before.
    void start(WorkloadSpec spec, WorkloadListener listener) throws IOException;

    /// Asks a workload to end, and ends it with all its processes when the grace is over.
    void stop(WorkloadId id, Duration grace);

    /// The workloads that were started, alive or not, and not removed yet.
    List<WorkloadId> list();

    /// Whether the workload was started and has not ended.
    boolean isAlive(WorkloadId id);

    /// Kills what is left of a workload and deletes its folder.
    void remove(WorkloadId id) throws IOException;

    /// Which bounds hold here.
    Enforcement enforcement();

    /// Lets go of the workloads, which run on.
    @Override
    void close();
}
