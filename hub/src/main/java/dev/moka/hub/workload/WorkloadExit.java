package dev.moka.hub.workload;

import java.time.Instant;
import java.util.OptionalInt;

/// How a workload ended.
///
/// @param code what the program returned; 128 and the number of the signal when one ended it
public record WorkloadExit(int code, Cause cause, Instant at) {
    private static final int SIGNALLED = 128;

    /// Why it ended.
    public enum Cause {
        /// By itself, or by a signal from outside.
        EXITED,
        /// It needed more memory than its instance has.
        OUT_OF_MEMORY,
        /// It wrote more than its volume holds.
        OUT_OF_DISK,
        /// It is gone and left no code: the machine or its supervisor was killed.
        LOST
    }

    public boolean succeeded() {
        return cause == Cause.EXITED && code == 0;
    }

    /// The number of the signal that ended it, if one did.
    public OptionalInt signal() {
        return code > SIGNALLED ? OptionalInt.of(code - SIGNALLED) : OptionalInt.empty();
    }
}
