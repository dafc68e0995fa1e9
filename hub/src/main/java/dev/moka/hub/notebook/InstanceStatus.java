package dev.moka.hub.notebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a notebook instance is in its life; each state holds what only it has.
public sealed interface InstanceStatus {

    Instant since();

    /// Being started; `step` is the one that runs now and began at `stepSince`.
    record Pending(Instant since, StartStep step, Instant stepSince) implements InstanceStatus {}

    /// Usable: JupyterLab opens and kernels run.
    record InService(Instant since) implements InstanceStatus {}

    /// Its kernels are being ended.
    record Stopping(Instant since) implements InstanceStatus {}

    /// Only its files are left.
    record Stopped(Instant since) implements InstanceStatus {}

    /// A start did not succeed, for this reason.
    ///
    /// @param step the step that failed, absent when it broke outside of a start
    record Failed(Instant since, @Nullable StartStep step, String reason)
            implements InstanceStatus {}

    /// Its type, lifecycle config or packages are being changed.
    record Updating(Instant since, InstanceSpec next) implements InstanceStatus {}

    /// Its files are being moved away.
    record Deleting(Instant since) implements InstanceStatus {}

    /// The word that AWS has for the state.
    default String word() {
        return getClass().getSimpleName();
    }
}
