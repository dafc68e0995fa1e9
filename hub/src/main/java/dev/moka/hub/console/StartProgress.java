package dev.moka.hub.console;

import dev.moka.hub.console.view.Step;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.StartStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How far the latest start of an instance is, step by step.
final class StartProgress {
    private final NotebookInstance instance;
    private final Map<StartStep, Instant> begun;
    private final Moments moments;
    private final Duration scriptLimit;

    StartProgress(
            NotebookInstance instance, StartLogText log, Moments moments, Duration scriptLimit) {
        this.instance = instance;
        this.begun = log.begun();
        this.moments = moments;
        this.scriptLimit = scriptLimit;
    }

    List<Step> steps() {
        return Arrays.stream(StartStep.values()).map(this::step).toList();
    }

    private Step step(StartStep step) {
        return switch (instance.status()) {
            case InstanceStatus.Pending(_, var running, var since) ->
                    whilePending(step, running, since);
            case InstanceStatus.InService _, InstanceStatus.Updating _ -> done(step);
            case InstanceStatus.Failed(var at, var failed, _) ->
                    afterEnd(
                            step,
                            failed == null ? lastBegun() : failed,
                            Step.State.FAILED,
                            "failed",
                            at);
            case InstanceStatus.Stopping _, InstanceStatus.Stopped _, InstanceStatus.Deleting _ ->
                    begun.containsKey(StartStep.READY)
                            ? done(step)
                            : afterEnd(
                                    step,
                                    lastBegun(),
                                    Step.State.NOT_STARTED,
                                    "cancelled",
                                    instance.status().since());
        };
    }

    private Step whilePending(StartStep step, StartStep running, Instant since) {
        int order = step.compareTo(running);
        if (order < 0) {
            return done(step);
        }
        return order == 0
                ? running(step, since)
                : new Step(step.word(), Step.State.NOT_STARTED, 0, "");
    }

    private Step running(StartStep step, Instant since) {
        Duration time = Duration.between(since, moments.now());
        return switch (step) {
            case ON_CREATE, ON_START ->
                    new Step(
                            step.word(),
                            Step.State.RUNNING,
                            Math.clamp(100 * time.toMillis() / scriptLimit.toMillis(), 2, 98),
                            "%d of %d s"
                                    .formatted(
                                            Math.max(0, time.toSeconds()),
                                            scriptLimit.toSeconds()));
            case CAPACITY, PACKAGES, READY ->
                    new Step(step.word(), Step.State.RUNNING, 40, Words.time(time));
        };
    }

    /// The steps before the one that ended the start are done, those after it never began.
    private Step afterEnd(
            StartStep step, StartStep last, Step.State state, String word, Instant at) {
        int order = step.compareTo(last);
        if (order < 0) {
            return done(step);
        }
        if (order > 0 || begun.isEmpty()) {
            return new Step(step.word(), Step.State.NOT_STARTED, 0, "");
        }
        Instant from = begun.getOrDefault(step, at);
        String after = Words.shortTime(Duration.between(from, at));
        return new Step(
                step.word(), state, state == Step.State.FAILED ? 100 : 0, word + " after " + after);
    }

    private StartStep lastBegun() {
        return begun.keySet().stream().reduce((_, later) -> later).orElse(StartStep.CAPACITY);
    }

    private Step done(StartStep step) {
        return new Step(step.word(), Step.State.DONE, 100, took(step));
    }

    private String took(StartStep step) {
        Instant from = begun.get(step);
        if (from == null) {
            return step == StartStep.ON_CREATE && instance.created() ? "not needed" : "none";
        }
        Instant to =
                begun.entrySet().stream()
                        .filter(entry -> entry.getKey().compareTo(step) > 0)
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(from);
        int jars = instance.lock().packages().size();
        String time = Words.shortTime(Duration.between(from, to));
        return switch (step) {
            case PACKAGES -> jars == 0 ? "none" : Words.count(jars, "jar") + " · " + time;
            case READY -> "at " + moments.since(from);
            case CAPACITY, ON_CREATE, ON_START -> time;
        };
    }
}
