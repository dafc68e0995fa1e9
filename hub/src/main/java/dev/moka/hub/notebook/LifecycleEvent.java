package dev.moka.hub.notebook;

import java.time.Instant;

/// Something that happened to a notebook instance: a person asked, or an effect ended.
public sealed interface LifecycleEvent {

    Instant at();

    record StartRequested(Instant at) implements LifecycleEvent {}

    record StopRequested(Instant at) implements LifecycleEvent {}

    record UpdateRequested(InstanceSpec spec, Instant at) implements LifecycleEvent {}

    record DeleteRequested(Instant at) implements LifecycleEvent {}

    record StepPassed(StartStep step, Instant at) implements LifecycleEvent {}

    /// The step PACKAGES passed with this lock.
    record PackagesResolved(PackageLock lock, Instant at) implements LifecycleEvent {}

    record StepFailed(StartStep step, String reason, Instant at) implements LifecycleEvent {}

    record KernelsEnded(Instant at) implements LifecycleEvent {}

    record UpdateApplied(Instant at) implements LifecycleEvent {}

    record FilesRemoved(Instant at) implements LifecycleEvent {}

    /// An effect of a state other than Pending could not be performed.
    record Broke(String reason, Instant at) implements LifecycleEvent {}

    /// The hub begins, and whatever ran in the one before may have been cut off anywhere.
    record HubStarted(Instant at) implements LifecycleEvent {}
}
