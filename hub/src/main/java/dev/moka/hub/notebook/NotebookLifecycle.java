package dev.moka.hub.notebook;

import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.notebook.InstanceStatus.Deleting;
import dev.moka.hub.notebook.InstanceStatus.Failed;
import dev.moka.hub.notebook.InstanceStatus.InService;
import dev.moka.hub.notebook.InstanceStatus.Pending;
import dev.moka.hub.notebook.InstanceStatus.Stopped;
import dev.moka.hub.notebook.InstanceStatus.Stopping;
import dev.moka.hub.notebook.InstanceStatus.Updating;
import java.time.Instant;

/// The rules of a notebook instance's life: a pure function from an event to the next state and its
/// effects.
///
/// A request that the state does not allow is an error; an outcome that comes too late changes
/// nothing.
public final class NotebookLifecycle {

    public Transition on(NotebookInstance instance, LifecycleEvent event) {
        return switch (event) {
            case LifecycleEvent.StartRequested(var at) -> start(instance, at);
            case LifecycleEvent.StopRequested(var at) -> stop(instance, at);
            case LifecycleEvent.UpdateRequested(var spec, var at) -> update(instance, spec, at);
            case LifecycleEvent.DeleteRequested(var at) -> delete(instance, at);
            case LifecycleEvent.StepPassed(var step, var at) -> passed(instance, step, at);
            case LifecycleEvent.PackagesResolved(var lock, var at) ->
                    runs(instance, StartStep.PACKAGES)
                            ? passed(instance.withLock(lock), StartStep.PACKAGES, at)
                            : nothing(instance);
            case LifecycleEvent.StepFailed(var step, var reason, var at) ->
                    runs(instance, step)
                            ? Transition.to(
                                    instance.with(new Failed(at, step, reason)),
                                    new Effect.CloseKernels())
                            : nothing(instance);
            case LifecycleEvent.KernelsEnded(var at) ->
                    instance.status() instanceof Stopping
                            ? Transition.to(instance.with(new Stopped(at)))
                            : nothing(instance);
            case LifecycleEvent.UpdateApplied(var at) ->
                    instance.status() instanceof Updating(_, var spec)
                            ? Transition.to(instance.withSpec(spec).with(new Stopped(at)))
                            : nothing(instance);
            case LifecycleEvent.FilesRemoved _ ->
                    instance.status() instanceof Deleting
                            ? Transition.to(instance, new Effect.Forget())
                            : nothing(instance);
            case LifecycleEvent.Broke(var reason, var at) -> broke(instance, reason, at);
            case LifecycleEvent.HubStarted(var at) -> resume(instance, at);
        };
    }

    private static Transition start(NotebookInstance instance, Instant at) {
        return switch (instance.status()) {
            case Stopped _, Failed _ ->
                    Transition.to(
                            instance.withAnotherStart()
                                    .with(new Pending(at, StartStep.CAPACITY, at)),
                            new Effect.RunStep(StartStep.CAPACITY));
            case Pending _, InService _, Stopping _, Updating _, Deleting _ ->
                    throw refused(instance, "started", "Stopped or Failed");
        };
    }

    private static Transition stop(NotebookInstance instance, Instant at) {
        return switch (instance.status()) {
            case InService _ ->
                    Transition.to(instance.with(new Stopping(at)), new Effect.CloseKernels());
            case Pending _ ->
                    Transition.to(
                            instance.with(new Stopping(at)),
                            new Effect.CancelStart(),
                            new Effect.CloseKernels());
            case Stopped _, Failed _, Stopping _, Updating _, Deleting _ ->
                    throw refused(instance, "stopped", "InService or Pending");
        };
    }

    private static Transition update(NotebookInstance instance, InstanceSpec spec, Instant at) {
        return switch (instance.status()) {
            case Stopped _, Failed _ ->
                    Transition.to(instance.with(new Updating(at, spec)), new Effect.ApplyUpdate());
            case Pending _, InService _, Stopping _, Updating _, Deleting _ ->
                    throw refused(instance, "changed", "Stopped or Failed; stop it first");
        };
    }

    private static Transition delete(NotebookInstance instance, Instant at) {
        return switch (instance.status()) {
            case Stopped _, Failed _ ->
                    Transition.to(instance.with(new Deleting(at)), new Effect.RemoveFiles());
            case Pending _, InService _, Stopping _, Updating _, Deleting _ ->
                    throw refused(instance, "deleted", "Stopped or Failed; stop it first");
        };
    }

    private static Transition passed(NotebookInstance instance, StartStep step, Instant at) {
        if (!(instance.status() instanceof Pending(var since, var running, _)) || running != step) {
            return nothing(instance);
        }
        return switch (step) {
            case CAPACITY -> step(instance, since, StartStep.PACKAGES, at);
            case PACKAGES ->
                    step(
                            instance,
                            since,
                            instance.created() ? StartStep.ON_START : StartStep.ON_CREATE,
                            at);
            case ON_CREATE -> step(instance.withCreated(), since, StartStep.ON_START, at);
            case ON_START -> step(instance, since, StartStep.READY, at);
            case READY -> Transition.to(instance.with(new InService(at)));
        };
    }

    private static Transition step(
            NotebookInstance instance, Instant since, StartStep next, Instant at) {
        return Transition.to(instance.with(new Pending(since, next, at)), new Effect.RunStep(next));
    }

    private static Transition broke(NotebookInstance instance, String reason, Instant at) {
        return switch (instance.status()) {
            case InService _, Stopping _, Updating _, Deleting _ ->
                    Transition.to(instance.with(new Failed(at, null, reason)));
            case Pending _, Stopped _, Failed _ -> nothing(instance);
        };
    }

    private static Transition resume(NotebookInstance instance, Instant at) {
        return switch (instance.status()) {
            case Pending(_, var step, _) -> resumeStep(instance, step, at);
            case InService _ -> Transition.to(instance, new Effect.OpenKernels());
            case Stopping _ ->
                    Transition.to(instance, new Effect.EndScripts(), new Effect.CloseKernels());
            case Updating _ -> Transition.to(instance, new Effect.ApplyUpdate());
            case Deleting _ -> Transition.to(instance, new Effect.RemoveFiles());
            case Stopped _, Failed _ -> nothing(instance);
        };
    }

    /// A script may not stand being cut off and begun again, so that the person decides.
    private static Transition resumeStep(NotebookInstance instance, StartStep step, Instant at) {
        return switch (step) {
            case CAPACITY, PACKAGES, READY -> Transition.to(instance, new Effect.RunStep(step));
            case ON_CREATE, ON_START ->
                    Transition.to(
                            instance.with(
                                    new Failed(
                                            at,
                                            step,
                                            "The hub ended while the %s script ran; start the instance again to run it again"
                                                    .formatted(step.word()))),
                            new Effect.EndScripts(),
                            new Effect.CloseKernels());
        };
    }

    private static boolean runs(NotebookInstance instance, StartStep step) {
        return instance.status() instanceof Pending(_, var running, _) && running == step;
    }

    private static Transition nothing(NotebookInstance instance) {
        return Transition.to(instance);
    }

    private static ResourceInUse refused(NotebookInstance instance, String what, String allowed) {
        return new ResourceInUse(
                "'%s' is %s and can't be %s now; it must be %s"
                        .formatted(instance.key().name(), instance.status().word(), what, allowed));
    }
}
