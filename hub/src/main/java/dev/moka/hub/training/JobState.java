package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;

/// Where a training job is in its life.
public sealed interface JobState {

    /// It waits for room on this machine.
    record Queued() implements JobState {}

    /// Its data is being brought.
    record Downloading(Allotment allotment) implements JobState {}

    /// Its program runs.
    record Training(Allotment allotment) implements JobState {}

    /// Its program was asked to end.
    ///
    /// @param then how the job ends when the program has
    record Stopping(Allotment allotment, Outcome then) implements JobState {}

    /// What it made is being saved.
    record Uploading(Allotment allotment, Outcome then) implements JobState {}

    /// Nothing more happens.
    record Ended(Outcome outcome) implements JobState {}

    /// The `TrainingJobStatus`.
    default String status() {
        return switch (this) {
            case Queued _, Downloading _, Training _ -> "InProgress";
            case Stopping _ -> "Stopping";
            case Uploading(_, var then) ->
                    switch (then) {
                        case Outcome.Completed _, Outcome.Failed _ -> "InProgress";
                        case Outcome.Stopped _,
                                Outcome.MaxRuntimeExceeded _,
                                Outcome.MaxWaitTimeExceeded _ ->
                                "Stopping";
                    };
            case Ended(var outcome) -> outcome.status();
        };
    }

    /// The `SecondaryStatus`.
    default String secondaryStatus() {
        return switch (this) {
            case Queued _ -> "Starting";
            case Downloading _ -> "Downloading";
            case Training _ -> "Training";
            case Stopping _ -> "Stopping";
            case Uploading _ -> "Uploading";
            case Ended(var outcome) -> outcome.secondaryStatus();
        };
    }

    /// What `SecondaryStatusTransitions` says about it.
    default String message() {
        return switch (this) {
            case Queued _ -> "Preparing the instances for training";
            case Downloading _ -> "Downloading input data";
            case Training _ -> "Training image download completed. Training in progress.";
            case Stopping _ -> "Stopping the training job";
            case Uploading _ -> "Uploading generated training model";
            case Ended(var outcome) -> outcome.message();
        };
    }

    default boolean isEnded() {
        return this instanceof Ended;
    }
}
