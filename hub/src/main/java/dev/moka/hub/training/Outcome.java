package dev.moka.hub.training;

/// How a training job ended, or will once its output is saved.
public sealed interface Outcome {

    record Completed() implements Outcome {}

    /// It went wrong.
    ///
    /// @param reason as `FailureReason` tells it
    record Failed(String reason) implements Outcome {}

    record Stopped() implements Outcome {}

    record MaxRuntimeExceeded() implements Outcome {}

    record MaxWaitTimeExceeded() implements Outcome {}

    /// The `TrainingJobStatus` in the end.
    default String status() {
        return switch (this) {
            case Completed _ -> "Completed";
            case Failed _ -> "Failed";
            case Stopped _, MaxRuntimeExceeded _, MaxWaitTimeExceeded _ -> "Stopped";
        };
    }

    /// The `SecondaryStatus` in the end.
    default String secondaryStatus() {
        return switch (this) {
            case Completed _ -> "Completed";
            case Failed _ -> "Failed";
            case Stopped _ -> "Stopped";
            case MaxRuntimeExceeded _ -> "MaxRuntimeExceeded";
            case MaxWaitTimeExceeded _ -> "MaxWaitTimeExceeded";
        };
    }

    default String message() {
        return switch (this) {
            case Completed _ -> "Training job completed";
            case Failed _ -> "Training job failed";
            case Stopped _ -> "Training job stopped";
            case MaxRuntimeExceeded _ ->
                    "Training job runtime exceeded MaxRuntimeInSeconds provided";
            case MaxWaitTimeExceeded _ ->
                    "Training job waiting time exceeded MaxWaitTimeInSeconds provided";
        };
    }
}
