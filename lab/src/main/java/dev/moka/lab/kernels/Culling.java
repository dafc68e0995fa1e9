package dev.moka.lab.kernels;

import java.time.Duration;

/// Which kernels are shut down because nobody uses them. A busy kernel never is.
///
/// @param idleFor how long a kernel may be idle; zero for as long as it likes
/// @param connected whether a kernel that a page is connected to may be shut down as well
public record Culling(Duration idleFor, boolean connected) {
    /// No kernel is shut down.
    public static final Culling OFF = new Culling(Duration.ZERO, false);

    boolean isOff() {
        return idleFor.isZero();
    }
}
