package dev.moka.algorithms.algorithm;

/// Whether a job was told to stop (SIGTERM): asked between two steps of the work.
public final class StopSignal {
    private volatile boolean stopped;

    /// Asks the job to end with what it has.
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}
