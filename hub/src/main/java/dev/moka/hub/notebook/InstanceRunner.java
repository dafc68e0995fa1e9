package dev.moka.hub.notebook;

import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.metering.UsageRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds events to the lifecycle, stores what follows and performs the effects, one at a time for
/// each instance.
public final class InstanceRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InstanceRunner.class);

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final InstanceStore store;
    private final NotebookLifecycle lifecycle;
    private final StartSteps steps;
    private final InstanceRuntime runtime;
    private final StartLogs logs;
    private final InstanceTypes types;
    private final Changes changes;
    private final ExecutorService threads;
    private final Clock clock;
    private final Map<InstanceKey, Lane> lanes = new ConcurrentHashMap<>();

    public InstanceRunner(
            InstanceStore store,
            NotebookLifecycle lifecycle,
            StartSteps steps,
            InstanceRuntime runtime,
            StartLogs logs,
            InstanceTypes types,
            Changes changes,
            ExecutorService threads,
            Clock clock) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.steps = steps;
        this.runtime = runtime;
        this.logs = logs;
        this.types = types;
        this.changes = changes;
        this.threads = threads;
        this.clock = clock;
    }

    /// Applies an event; the effects are performed after this returns.
    NotebookInstance handle(InstanceKey key, LifecycleEvent event) {
        Lane lane = lanes.computeIfAbsent(key, _ -> new Lane());
        lane.deciding.lock();
        try {
            NotebookInstance before = find(key);
            Transition transition = lifecycle.on(before, event);
            NotebookInstance after = save(before, transition.next());
            if (!transition.effects().isEmpty() && !threads.isShutdown()) {
                threads.execute(() -> lane.perform(after, transition.effects()));
            }
            return after;
        } finally {
            lane.deciding.unlock();
        }
    }

    /// Interrupts what runs; a start that is cut off is dealt with when the hub begins again.
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Steps of instances still run while the hub ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NotebookInstance find(InstanceKey key) {
        return store.find(key)
                .orElseThrow(() ->
                        new ResourceNotFound(
                                "There is no notebook instance '%s'".formatted(key.name())));
    }

    private NotebookInstance save(NotebookInstance before, NotebookInstance next) {
        if (next.equals(before)) {
            return before;
        }
        NotebookInstance saved =
                store.save(next, usage(before, next))
                        .orElseThrow(() ->
                                new ConflictException(
                                        "'%s' was changed by somebody else at the same moment; try again"
                                                .formatted(next.key().name())));
        publish(saved.key());
        return saved;
    }

    private List<UsageChange> usage(NotebookInstance before, NotebookInstance next) {
        if (!before.inService() && next.inService()) {
            String type = next.spec().instanceType();
            @Nullable BigDecimal price = types.find(type).flatMap(t -> t.price()).orElse(null);
            return List.of(
                    new UsageChange.Begin(
                            new UsageRecord(
                                    next.id(),
                                    next.key().owner().value(),
                                    next.key().name().value(),
                                    type,
                                    price,
                                    next.status().since(),
                                    null)));
        }
        return before.inService() && !next.inService()
                ? List.of(new UsageChange.End(next.id(), next.status().since()))
                : List.of();
    }

    private void publish(InstanceKey key) {
        changes.publish(new Change.InstanceChanged(key.owner().value(), key.name().value()));
    }

    /// The one place where the effects of an instance are performed, in turn.
    private final class Lane {
        private final ReentrantLock deciding = new ReentrantLock();
        private final ReentrantLock turn = new ReentrantLock(true);
        private final ReentrantLock interrupting = new ReentrantLock();
        private @Nullable Thread step;

        void perform(NotebookInstance instance, List<Effect> effects) {
            if (effects.contains(new Effect.CancelStart())) {
                interruptStep();
            }
            turn.lock();
            try {
                for (Effect effect : effects) {
                    perform(instance.key(), instance.starts(), effect);
                }
            } finally {
                turn.unlock();
            }
        }

        private void perform(InstanceKey key, int start, Effect effect) {
            try {
                NotebookInstance now = store.find(key).orElse(null);
                if (now == null || threads.isShutdown()) {
                    return;
                }
                switch (effect) {
                    case Effect.RunStep(var step) -> runStep(now, start, step);
                    case Effect.CancelStart _ -> {}
                    case Effect.EndScripts _ -> runtime.endScripts(key);
                    case Effect.OpenKernels _ -> runtime.open(now, steps.allotment(now));
                    case Effect.CloseKernels _ -> closeKernels(now);
                    case Effect.ApplyUpdate _ ->
                            handle(key, new LifecycleEvent.UpdateApplied(clock.instant()));
                    case Effect.RemoveFiles _ -> removeFiles(now);
                    case Effect.Forget _ -> forget(now);
                }
            } catch (RuntimeException e) {
                if (threads.isShutdown()) {
                    log.info("{} of {} was cut off by the end of the hub", effect, key, e);
                    return;
                }
                log.error("{} of {} failed", effect, key, e);
                handle(key, new LifecycleEvent.Broke(reason(effect, e), clock.instant()));
            }
        }

        private void runStep(NotebookInstance now, int start, StartStep running) {
            boolean current =
                    now.starts() == start
                            && now.status() instanceof InstanceStatus.Pending(_, var step, _)
                            && step == running;
            if (!current) {
                return;
            }
            setStep(Thread.currentThread());
            try (StartLog startLog = logs.open(now.key(), start)) {
                LifecycleEvent event = outcome(now, running, startLog);
                setStep(null);
                if (threads.isShutdown()) {
                    return;
                }
                if (event instanceof LifecycleEvent.StepFailed(_, var reason, _)) {
                    startLog.line("Failed: " + reason);
                }
                handle(now.key(), event);
            } catch (InterruptedException e) {
                // The start was cancelled or the hub ends; whoever did so knows what comes next.
                log.info("{} of {} was cancelled", running.word(), now.key());
            } finally {
                setStep(null);
            }
        }

        private LifecycleEvent outcome(NotebookInstance now, StartStep running, StartLog startLog)
                throws InterruptedException {
            try {
                return steps.perform(now, running, startLog);
            } catch (RuntimeException e) {
                log.error("{} of {} failed", running.word(), now.key(), e);
                return new LifecycleEvent.StepFailed(
                        running,
                        "%s: %s".formatted(running.word(), e.getMessage()),
                        clock.instant());
            }
        }

        private void closeKernels(NotebookInstance now) {
            if (now.status() instanceof InstanceStatus.Stopping
                    || now.status() instanceof InstanceStatus.Failed) {
                runtime.close(now.key());
                handle(now.key(), new LifecycleEvent.KernelsEnded(clock.instant()));
            }
        }

        private void removeFiles(NotebookInstance now) {
            if (now.status() instanceof InstanceStatus.Deleting) {
                runtime.remove(now.key());
                handle(now.key(), new LifecycleEvent.FilesRemoved(clock.instant()));
            }
        }

        private void forget(NotebookInstance now) {
            store.delete(now.key());
            lanes.remove(now.key(), this);
            publish(now.key());
        }

        private void setStep(@Nullable Thread thread) {
            interrupting.lock();
            try {
                step = thread;
                if (thread == null) {
                    // An interrupt that came too late must not hit whatever comes next.
                    Thread.interrupted();
                }
            } finally {
                interrupting.unlock();
            }
        }

        private void interruptStep() {
            interrupting.lock();
            try {
                if (step != null) {
                    step.interrupt();
                }
            } finally {
                interrupting.unlock();
            }
        }

        private static String reason(Effect effect, RuntimeException e) {
            String what =
                    switch (effect) {
                        case Effect.RemoveFiles _ -> "Its files could not be moved to the trash";
                        case Effect.CloseKernels _ -> "Its kernels could not be ended";
                        case Effect.OpenKernels _ -> "Its kernels could not be taken back";
                        default -> "An internal step failed";
                    };
            return "%s: %s".formatted(what, e.getMessage());
        }
    }
}
