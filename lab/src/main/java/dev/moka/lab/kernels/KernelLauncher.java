package dev.moka.lab.kernels;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Starts kernel processes and finds those that are still there.
public interface KernelLauncher {
    /// Starts a process that outlives this program.
    ///
    /// @throws IOException when the program can't be started
    KernelProcess launch(KernelLaunch launch) throws IOException;

    /// The process of that id and start, if it still runs.
    Optional<KernelProcess> find(long pid, Instant startedAt);
}
