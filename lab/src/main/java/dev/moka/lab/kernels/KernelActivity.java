package dev.moka.lab.kernels;

import java.time.Instant;

/// What a kernel does at a moment.
///
/// @param executionState `starting`, `idle`, `busy`, `restarting` or `dead`
/// @param session the session id in the headers of the kernel's messages, empty before its first
/// @param lastActivity when the kernel last said something, or was asked something
record KernelActivity(String executionState, String session, Instant lastActivity) {
    static KernelActivity starting(Instant now) {
        return new KernelActivity("starting", "", now);
    }

    KernelActivity at(Instant now) {
        return new KernelActivity(executionState, session, now);
    }

    KernelActivity spokenBy(String kernelSession) {
        return new KernelActivity(executionState, kernelSession, lastActivity);
    }

    KernelActivity in(String state) {
        return new KernelActivity(state, session, lastActivity);
    }
}
