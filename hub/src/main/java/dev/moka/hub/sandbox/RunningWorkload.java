package dev.moka.hub.sandbox;

import dev.moka.hub.workload.OutputLine;
import dev.moka.hub.workload.WorkloadEvent;
import dev.moka.hub.workload.WorkloadExit;
import dev.moka.hub.workload.WorkloadExit.Cause;
import dev.moka.hub.workload.WorkloadListener;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.WatchKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows one workload on a thread of its own: tells what it prints and how it ends.
final class RunningWorkload {
    private static final Logger log = LoggerFactory.getLogger(RunningWorkload.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int LOST_CODE = 255;

    private final RunFolder folder;
    private final WorkloadListener listener;
    private final ControlGroups groups;
    private final String group;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final ProcessTree tree;
    private volatile boolean closed;

    RunningWorkload(
            RunFolder folder,
            WorkloadListener listener,
            ControlGroups groups,
            String group,
            Clock clock) {
        this.folder = folder;
        this.listener = listener;
        this.groups = groups;
        this.group = group;
        this.clock = clock;
        this.tree = new ProcessTree(folder);
    }

    /// Returns when the workload has ended and that was told, or when this is closed.
    void follow(FolderWatch watch) {
        try {
            WatchKey key = watch.follow(folder.run(), wake::release);
            try {
                listener.on(
                        new WorkloadEvent.Started(
                                folder.time("process").orElseGet(clock::instant)));
                read();
            } finally {
                watch.forget(key);
            }
        } catch (IOException e) {
            log.error("Workload {} can't be followed any more", folder.id(), e);
        } catch (ClosedWatchServiceException e) {
            log.debug("Workload {} is left to the next hub", folder.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closed = true;
        wake.release();
    }

    private void read() throws IOException, InterruptedException {
        OutputReader output = new OutputReader(folder, clock);
        while (!closed) {
            // Asked before the output is read: what comes after the end is not its own.
            Optional<WorkloadExit> exit = exit();
            boolean all = exit.isPresent() && isDrained();
            OutputReader.Batch batch = output.next(all);
            if (batch.bytes() > 0) {
                if (told(new WorkloadEvent.Output(batch.lines()))) {
                    output.done(batch);
                }
            } else if (all) {
                tellDropped(output);
                tree.kill();
                if (told(new WorkloadEvent.Exited(exit.get()))) {
                    return;
                }
            } else {
                await();
            }
        }
    }

    /// Whether the listener took it; otherwise it is told again a little later.
    private boolean told(WorkloadEvent event) throws InterruptedException {
        try {
            listener.on(event);
            return true;
        } catch (RuntimeException e) {
            if (!closed) {
                log.error("What workload {} did could not be taken note of", folder.id(), e);
                await();
            }
            return false;
        }
    }

    private void await() throws InterruptedException {
        if (wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private Optional<WorkloadExit> exit() {
        Optional<Integer> code = folder.read("exit").map(Integer::parseInt);
        if (code.isPresent()) {
            Instant at = folder.time("exit").orElseGet(clock::instant);
            return Optional.of(new WorkloadExit(code.get(), cause(code.get()), at));
        }
        boolean alive = Supervisor.of(folder).filter(Supervisor::isAlive).isPresent();
        // Looked at again: it may have written its code between the two questions.
        return alive || folder.has("exit")
                ? Optional.empty()
                : Optional.of(new WorkloadExit(LOST_CODE, Cause.LOST, clock.instant()));
    }

    private Cause cause(int code) {
        if (folder.has("out-of-memory")) {
            return Cause.OUT_OF_MEMORY;
        }
        if (folder.has("out-of-disk")) {
            return Cause.OUT_OF_DISK;
        }
        return code != 0 && groups.oomKills(group) > 0 ? Cause.OUT_OF_MEMORY : Cause.EXITED;
    }

    /// Whether all that was printed is in the files; a process that fled its parents may hold the
    /// pipe open for ever.
    private boolean isDrained() {
        return folder.has("drained")
                || !folder.has("exit")
                || folder.time("exit")
                        .filter(at -> at.plus(DRAIN).isBefore(clock.instant()))
                        .isPresent();
    }

    private void tellDropped(OutputReader output) {
        folder.read("dropped")
                .ifPresent(dropped -> {
                    long pieces = dropped.lines().count();
                    listener.on(
                            new WorkloadEvent.Output(
                                    List.of(
                                            new OutputLine(
                                                    output.position(),
                                                    clock.instant(),
                                                    "(the program printed faster than could be kept: up to %d MiB are missing)"
                                                            .formatted(pieces * 16)))));
                });
    }
}
