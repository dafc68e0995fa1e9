package dev.moka.kernel.transport;

import java.time.Duration;

/// The bounds of a link.
///
/// @param retainedBytes how much is kept for a hub that has not acknowledged it; beyond it the
///   oldest is dropped
/// @param unsentBytes how much may wait for a connected hub before a sender has to wait
/// @param patience how long a sender waits for a connected hub that reads nothing
/// @param orphanTimeout how long the kernel lives without any client; zero for ever
public record LinkSettings(
        long retainedBytes, long unsentBytes, Duration patience, Duration orphanTimeout) {
    private static final long MEGABYTE = 1024L * 1024;

    /// The usual bounds, made smaller where the heap is small.
    public static LinkSettings standard(Duration orphanTimeout) {
        long heap = Runtime.getRuntime().maxMemory();
        return new LinkSettings(
                Math.min(64 * MEGABYTE, heap / 8),
                Math.min(8 * MEGABYTE, heap / 32),
                Duration.ofSeconds(10),
                orphanTimeout);
    }
}
