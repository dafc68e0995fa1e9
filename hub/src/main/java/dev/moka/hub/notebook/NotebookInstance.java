package dev.moka.hub.notebook;

import java.time.Instant;

/// A person's own Java notebook: a workspace folder, a size, what prepares it, and where it is in
/// its life.
///
/// @param id names this instance for ever, also when another one gets its name later
/// @param starts how many starts were begun; the number of the latest start and of its log
/// @param created whether OnCreate has succeeded (or there was none) in an earlier start
/// @param lock the resolved package set of the latest start that got so far
/// @param version counts the changes, so that two writers can't overwrite each other
public record NotebookInstance(
        String id,
        InstanceKey key,
        InstanceSpec spec,
        InstanceStatus status,
        Instant createdAt,
        int starts,
        boolean created,
        PackageLock lock,
        long version) {

    public static NotebookInstance create(
            String id, InstanceKey key, InstanceSpec spec, Instant now) {
        return new NotebookInstance(
                id, key, spec, new InstanceStatus.Stopped(now), now, 0, false, PackageLock.NONE, 0);
    }

    public boolean inService() {
        return status instanceof InstanceStatus.InService;
    }

    NotebookInstance with(InstanceStatus next) {
        return new NotebookInstance(id, key, spec, next, createdAt, starts, created, lock, version);
    }

    NotebookInstance withSpec(InstanceSpec next) {
        return new NotebookInstance(
                id, key, next, status, createdAt, starts, created, lock, version);
    }

    NotebookInstance withLock(PackageLock next) {
        return new NotebookInstance(
                id, key, spec, status, createdAt, starts, created, next, version);
    }

    NotebookInstance withAnotherStart() {
        return new NotebookInstance(
                id, key, spec, status, createdAt, starts + 1, created, lock, version);
    }

    NotebookInstance withCreated() {
        return new NotebookInstance(id, key, spec, status, createdAt, starts, true, lock, version);
    }

    /// The same with the number that storage gave to this change.
    public NotebookInstance withVersion(long next) {
        return new NotebookInstance(id, key, spec, status, createdAt, starts, created, lock, next);
    }
}
