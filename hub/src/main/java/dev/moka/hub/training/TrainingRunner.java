package dev.moka.hub.training;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.metering.UsageRecord;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Feeds events to the lifecycle, stores what follows, performs the effects one at a time for each
/// job, and gives waiting jobs their place.
public final class TrainingRunner implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrainingRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final TrainingJobStore store;
    private final TrainingQueue queue;
    private final JobEffects effects;
    private final Changes changes;
    private final Clock clock;
    private final String hub;
    private final TrainingLifecycle lifecycle = new TrainingLifecycle();
    private final Map<String, JobLane> lanes = new ConcurrentHashMap<>();
    private final ReentrantLock placing = new ReentrantLock();
    private final ExecutorService threads;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("training jobs' time").factory());

    /// @param hub which hub this is; the same after a restart
    /// @param threads performs the effects; ended by [#close]
    public TrainingRunner(
            TrainingJobStore store,
            TrainingQueue queue,
            JobEffects effects,
            Changes changes,
            ExecutorService threads,
            Clock clock,
            String hub) {
        this.store = store;
        this.queue = queue;
        this.effects = effects;
        this.changes = changes;
        this.threads = threads;
        this.clock = clock;
        this.hub = hub;
    }

    /// Goes on with what an earlier hub left, and begins to place jobs.
    public void resume() {
        for (TrainingJob job : store.unfinished()) {
            if (job.state() instanceof JobState.Queued) {
                watchTime(job);
            } else if (lease(job)) {
                watchTime(job);
                handle(job.key(), new JobEvent.HubStarted(clock.instant()));
            }
        }
        effects.removeStrangers(
                id -> store.unfinished().stream().noneMatch(job -> job.workload().equals(id)));
        var _ =
                timer.scheduleWithFixedDelay(
                        this::tick, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        place();
    }

    /// Applies an event; the effects are performed after this returns.
    TrainingJob handle(TrainingJobKey key, JobEvent event) {
        JobLane lane = lanes.computeIfAbsent(find(key).id(), _ -> new JobLane());
        lane.deciding().lock();
        try {
            TrainingJob before = find(key);
            JobTransition transition = lifecycle.on(before, event);
            TrainingJob after = save(before, transition.next());
            if (!transition.effects().isEmpty() && !threads.isShutdown()) {
                threads.execute(() -> perform(lane, after, transition.effects()));
            }
            return after;
        } finally {
            lane.deciding().unlock();
        }
    }

    /// Tells a job what happened, from a thread that can do nothing about a refusal.
    void report(TrainingJobKey key, JobEvent event) {
        try {
            handle(key, event);
        } catch (ResourceNotFound | ConflictException e) {
            log.warn("Training job {} did not hear of {}: {}", key, event, e.getMessage());
        }
    }

    /// Sees to a new job.
    void added(TrainingJob job) {
        publish(job);
        watchTime(job);
        place();
    }

    void publish(TrainingJob job) {
        changes.publish(
                new Change.TrainingJobChanged(
                        job.owner(), job.key().account().value(), job.key().name().value()));
    }

    /// Gives waiting jobs their place as long as there is room.
    private void place() {
        placing.lock();
        try {
            while (!threads.isShutdown()) {
                var next = queue.next(store.unfinished());
                if (next.isEmpty() || !lease(next.get().job())) {
                    return;
                }
                TrainingJob placed =
                        handle(
                                next.get().job().key(),
                                new JobEvent.Placed(next.get().allotment(), clock.instant()));
                if (placed.state() instanceof JobState.Queued) {
                    return;
                }
                watchTime(placed);
            }
        } catch (ResourceNotFound | ConflictException e) {
            log.warn("A job could not be placed: {}", e.getMessage());
        } finally {
            placing.unlock();
        }
    }

    /// Interrupts what runs; programs go on, and the next hub goes on with them.
    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Steps of training jobs still run while the hub ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lease(TrainingJob job) {
        Instant now = clock.instant();
        return store.lease(job.id(), hub, now, now.plus(LEASE));
    }

    private void tick() {
        try {
            store.renew(hub, clock.instant().plus(LEASE));
            store.unfinished().stream()
                    .filter(job -> job.state() instanceof JobState.Training)
                    .filter(job -> job.spec().checkpoints() != null)
                    .forEach(job -> threads.execute(() -> effects.saveCheckpoints(job)));
            place();
        } catch (RuntimeException e) {
            log.error("Training jobs could not be renewed", e);
        }
    }

    private void perform(JobLane lane, TrainingJob job, List<JobEffect> wanted) {
        lane.perform(
                wanted,
                effect -> {
                    try {
                        TrainingJob now = store.find(job.key()).orElse(null);
                        if (now == null || !now.id().equals(job.id()) || threads.isShutdown()) {
                            return;
                        }
                        effects.perform(now, effect, event -> report(job.key(), event));
                    } catch (RuntimeException e) {
                        log.error("{} of training job {} failed", effect, job.key(), e);
                    }
                });
        if (wanted.contains(new JobEffect.CleanUp())) {
            lanes.remove(job.id());
            place();
        }
    }

    /// Wakes the job when it has waited or run long enough.
    private void watchTime(TrainingJob job) {
        Instant started = job.startedAt();
        @Nullable Duration most =
                started == null
                        ? job.spec().stopping().maxWait()
                        : job.spec().stopping().maxRuntime();
        if (most == null || timer.isShutdown()) {
            return;
        }
        Instant due = (started == null ? job.createdAt() : started).plus(most);
        Runnable ring =
                () ->
                        report(
                                job.key(),
                                started == null
                                        ? new JobEvent.WaitIsUp(clock.instant())
                                        : new JobEvent.RuntimeIsUp(clock.instant()));
        long millis = Math.max(0, Duration.between(clock.instant(), due).toMillis());
        var _ = timer.schedule(() -> threads.execute(ring), millis, TimeUnit.MILLISECONDS);
    }

    private TrainingJob find(TrainingJobKey key) {
        return store.find(key)
                .orElseThrow(() -> new ResourceNotFound("Requested resource not found."));
    }

    private TrainingJob save(TrainingJob before, TrainingJob next) {
        if (next.equals(before)) {
            return before;
        }
        TrainingJob saved =
                store.save(next, usage(before, next))
                        .orElseThrow(() ->
                                new ConflictException(
                                        "Training job '%s' was changed by somebody else at the same moment; try again"
                                                .formatted(next.key().name())));
        publish(saved);
        return saved;
    }

    private List<UsageChange> usage(TrainingJob before, TrainingJob next) {
        Instant started = next.startedAt();
        Instant ended = next.endedAt();
        if (before.startedAt() == null && started != null) {
            InstanceType type = queue.require(next.spec().resources().instanceType());
            @Nullable BigDecimal price =
                    type.price()
                            .map(usd ->
                                    usd.multiply(
                                            BigDecimal.valueOf(
                                                    next.spec().resources().instanceCount())))
                            .orElse(null);
            return List.of(
                    new UsageChange.Begin(
                            new UsageRecord(
                                    next.id(),
                                    next.owner(),
                                    next.key().name().value(),
                                    type.name(),
                                    price,
                                    started,
                                    null)));
        }
        return before.endedAt() == null && ended != null
                ? List.of(new UsageChange.End(next.id(), ended))
                : List.of();
    }
}
