package dev.moka.hub.database;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Commits together what waits for the one writing connection, so that the disk is synced once for
/// all. Whoever gets the connection does the work of everybody who waits.
final class GroupCommit {
    private static final String MARK = "one_of_many";

    private final Jdbi writer;
    private final ReentrantLock writing;
    private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();

    GroupCommit(Jdbi writer, ReentrantLock writing) {
        this.writer = writer;
        this.writing = writing;
    }

    <T> T write(HandleCallback<T, RuntimeException> work) {
        Pending<T> mine = new Pending<>(work);
        waiting.add(mine);
        writing.lock();
        try {
            if (!mine.settled) {
                commit(all());
            }
        } finally {
            writing.unlock();
        }
        return mine.result();
    }

    private List<Pending<?>> all() {
        List<Pending<?>> all = new ArrayList<>();
        for (Pending<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        return all;
    }

    private void commit(List<Pending<?>> group) {
        try {
            writer.useTransaction(handle -> group.forEach(pending -> pending.run(handle)));
        } catch (RuntimeException e) {
            group.forEach(pending -> pending.failed(e));
        } finally {
            group.forEach(pending -> pending.settled = true);
        }
    }

    /// The work of one thread; guarded by the lock.
    private static final class Pending<T> {
        private final HandleCallback<T, RuntimeException> work;
        private boolean settled;
        private @Nullable T value;
        private @Nullable RuntimeException failure;

        Pending(HandleCallback<T, RuntimeException> work) {
            this.work = work;
        }

        /// One that fails takes back only its own changes.
        void run(Handle handle) {
            handle.savepoint(MARK);
            try {
                value = work.withHandle(handle);
                handle.releaseSavepoint(MARK);
            } catch (RuntimeException e) {
                failure = e;
                handle.rollbackToSavepoint(MARK);
            }
        }

        void failed(RuntimeException e) {
            if (failure == null) {
                failure = e;
            }
        }

        T result() {
            if (failure != null) {
                throw failure;
            }
            if (value == null) {
                throw new IllegalStateException("The work gave nothing");
            }
            return value;
        }
    }
}
