package dev.moka.hub.training;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.training.JobState.Downloading;
import dev.moka.hub.training.JobState.Ended;
import dev.moka.hub.training.JobState.Queued;
import dev.moka.hub.training.JobState.Stopping;
import dev.moka.hub.training.JobState.Training;
import dev.moka.hub.training.JobState.Uploading;
import java.time.Instant;

/// The rules of a training job's life: a pure function from an event to the next state and its
/// effects.
///
/// A request that the state does not allow is an error; an outcome that comes too late changes
/// nothing.
public final class TrainingLifecycle {

    public JobTransition on(TrainingJob job, JobEvent event) {
        return switch (event) {
            case JobEvent.Placed(var allotment, var at) ->
                    job.state() instanceof Queued
                            ? JobTransition.to(
                                    job.to(new Downloading(allotment), at), new JobEffect.Prepare())
                            : nothing(job);
            case JobEvent.Prepared(var at) ->
                    job.state() instanceof Downloading(var allotment)
                            ? JobTransition.to(
                                    job.to(new Training(allotment), at), new JobEffect.Run())
                            : nothing(job);
            case JobEvent.PreparationFailed(var reason, var at) ->
                    preparationFailed(job, reason, at);
            case JobEvent.ProgramExited exited -> exited(job, exited);
            case JobEvent.StopRequested(var at) -> stop(job, at);
            case JobEvent.RuntimeIsUp(var at) -> runtimeIsUp(job, at);
            case JobEvent.WaitIsUp(var at) ->
                    job.state() instanceof Queued
                            ? ended(job, new Outcome.MaxWaitTimeExceeded(), at)
                            : nothing(job);
            case JobEvent.Saved(var artifact, var at) ->
                    job.state() instanceof Uploading(_, var then)
                            ? ended(job.withArtifact(artifact), then, at)
                            : nothing(job);
            case JobEvent.SavingFailed(var reason, var at) ->
                    job.state() instanceof Uploading(_, var then)
                            ? ended(job, afterSavingFailed(then, reason), at)
                            : nothing(job);
            case JobEvent.HubStarted _ -> resume(job);
        };
    }

    private static JobTransition preparationFailed(TrainingJob job, String reason, Instant at) {
        return switch (job.state()) {
            case Downloading _, Training _ ->
                    ended(job, new Outcome.Failed(FailureReasons.cut(reason)), at);
            // The program could not be started, and was to end anyway.
            case Stopping(_, var then) -> ended(job, then, at);
            case Queued _, Uploading _, Ended _ -> nothing(job);
        };
    }

    private static JobTransition exited(TrainingJob job, JobEvent.ProgramExited event) {
        return switch (job.state()) {
            case Training(var allotment) -> {
                Outcome outcome =
                        event.exit().succeeded()
                                ? new Outcome.Completed()
                                : new Outcome.Failed(
                                        FailureReasons.of(job, event.exit(), event.failure()));
                yield upload(job, allotment, outcome, event.at());
            }
            case Stopping(var allotment, var then) -> upload(job, allotment, then, event.at());
            case Queued _, Downloading _, Uploading _, Ended _ -> nothing(job);
        };
    }

    private static JobTransition upload(
            TrainingJob job, Allotment allotment, Outcome then, Instant at) {
        return JobTransition.to(job.to(new Uploading(allotment, then), at), new JobEffect.Save());
    }

    private static JobTransition stop(TrainingJob job, Instant at) {
        return switch (job.state()) {
            case Queued _ -> ended(job, new Outcome.Stopped(), at);
            case Downloading(var allotment) ->
                    JobTransition.to(
                            job.to(new Stopping(allotment, new Outcome.Stopped()), at)
                                    .to(new Ended(new Outcome.Stopped()), at),
                            new JobEffect.CancelPreparation(),
                            new JobEffect.CleanUp());
            case Training(var allotment) -> stopping(job, allotment, new Outcome.Stopped(), at);
            // What it made is being saved already, or it is stopping: nothing more to ask.
            case Stopping _, Uploading _ -> nothing(job);
            case Ended(var outcome) ->
                    throw new ValidationException(
                            "The request was rejected because the training job is in status %s."
                                    .formatted(outcome.status()));
        };
    }

    private static JobTransition runtimeIsUp(TrainingJob job, Instant at) {
        return switch (job.state()) {
            case Downloading(_) ->
                    JobTransition.to(
                            job.to(new Ended(new Outcome.MaxRuntimeExceeded()), at),
                            new JobEffect.CancelPreparation(),
                            new JobEffect.CleanUp());
            case Training(var allotment) ->
                    stopping(job, allotment, new Outcome.MaxRuntimeExceeded(), at);
            case Queued _, Stopping _, Uploading _, Ended _ -> nothing(job);
        };
    }

    private static JobTransition stopping(
            TrainingJob job, Allotment allotment, Outcome then, Instant at) {
        return JobTransition.to(
                job.to(new Stopping(allotment, then), at), new JobEffect.StopProgram());
    }

    /// A model that could not be saved is no completed job; a reason that is known stays.
    private static Outcome afterSavingFailed(Outcome then, String reason) {
        return then instanceof Outcome.Failed
                ? then
                : new Outcome.Failed(FailureReasons.cut(reason));
    }

    private static JobTransition ended(TrainingJob job, Outcome outcome, Instant at) {
        return JobTransition.to(job.to(new Ended(outcome), at), new JobEffect.CleanUp());
    }

    private static JobTransition resume(TrainingJob job) {
        return switch (job.state()) {
            case Queued _ -> nothing(job);
            case Downloading _ -> JobTransition.to(job, new JobEffect.Prepare());
            case Training _ -> JobTransition.to(job, new JobEffect.Run());
            case Stopping _ ->
                    JobTransition.to(job, new JobEffect.Run(), new JobEffect.StopProgram());
            case Uploading _ -> JobTransition.to(job, new JobEffect.Save());
            case Ended _ -> JobTransition.to(job, new JobEffect.CleanUp());
        };
    }

    private static JobTransition nothing(TrainingJob job) {
        return JobTransition.to(job);
    }
}
