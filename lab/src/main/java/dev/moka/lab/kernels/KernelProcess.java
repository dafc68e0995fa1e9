package dev.moka.lab.kernels;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// A kernel process, started by this program or by one before it.
public interface KernelProcess {
    /// Its process id.
    long pid();

    /// When it started: with the process id it names one process for good.
    Instant startedAt();

    /// Whether it runs.
    boolean isAlive();

    /// Waits until it ends.
    ///
    /// @return whether it ended in time
    boolean awaitExit(Duration atMost) throws InterruptedException;

    /// The exit code, when it has ended and was ours to ask.
    OptionalInt exitCode();

    /// Ends it with no chance to tidy up, and what it started.
    void kill();
}
