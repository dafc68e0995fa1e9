package dev.moka.hub.notebook;

import java.time.Duration;

/// Keeps the log of each start: what the steps, the package resolution and the scripts said.
public interface StartLogs {

    /// Begins the log of a start, or goes on with it after the hub was away.
    StartLog open(InstanceKey key, int start);

    /// Reads on from a position; waits up to `patience` for something new while the start still
    /// runs.
    StartLogChunk read(InstanceKey key, int start, long position, Duration patience)
            throws InterruptedException;
}
