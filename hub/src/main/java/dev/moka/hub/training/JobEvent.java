package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;
import dev.moka.hub.workload.WorkloadExit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can happen to a training job.
public sealed interface JobEvent {

    Instant at();

    /// There is room for it now.
    record Placed(Allotment allotment, Instant at) implements JobEvent {}

    /// Its data is there.
    record Prepared(Instant at) implements JobEvent {}

    /// Its data can't be brought, or its program not be started.
    record PreparationFailed(String reason, Instant at) implements JobEvent {}

    /// Its program ended.
    ///
    /// @param failure what the program wrote into its failure file
    record ProgramExited(WorkloadExit exit, @Nullable String failure, Instant at)
            implements JobEvent {}

    record StopRequested(Instant at) implements JobEvent {}

    /// The program has run as long as it may.
    record RuntimeIsUp(Instant at) implements JobEvent {}

    /// The job has waited as long as it may.
    record WaitIsUp(Instant at) implements JobEvent {}

    /// What it made is in S3.
    ///
    /// @param artifact where the model went, absent when the program left none
    record Saved(@Nullable S3Uri artifact, Instant at) implements JobEvent {}

    record SavingFailed(String reason, Instant at) implements JobEvent {}

    /// An earlier hub left the job as it is.
    record HubStarted(Instant at) implements JobEvent {}
}
