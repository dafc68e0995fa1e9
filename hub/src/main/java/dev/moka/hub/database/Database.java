package dev.moka.hub.database;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

import java.util.concurrent.locks.ReentrantLock;

/// An open database with an up-to-date schema.
///
/// SQLite has one writing connection, guarded by a lock, and several that only read. PostgreSQL has
/// one pool for both.
public final class Database implements AutoCloseable {
    private final Jdbi reader;
    private final Jdbi writer;
    private final boolean oneWriter;
    private final AutoCloseable connections;
    private final ReentrantLock writing = new ReentrantLock();
    private final GroupCommit groups;

    Database(Jdbi reader, Jdbi writer, boolean oneWriter, AutoCloseable connections) {
        this.reader = reader;
        this.writer = writer;
        this.oneWriter = oneWriter;
        this.connections = connections;
        this.groups = new GroupCommit(writer, writing);
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        return reader.withHandle(work);
    }

    /// Runs the work in one transaction; when this returns, the change is on the disk.
    <T> T write(HandleCallback<T, RuntimeException> work) {
        if (!oneWriter) {
            return writer.inTransaction(work);
        }
        writing.lock();
        try {
            return writer.inTransaction(work);
        } finally {
            writing.unlock();
        }
    }

    /// Runs the work in a transaction that it may share with others' work that waits at the same
    /// time; when this returns, the change is on the disk. For many small writes from many threads.
    <T> T writeGrouped(HandleCallback<T, RuntimeException> work) {
        return oneWriter ? groups.write(work) : writer.inTransaction(work);
    }

    void change(HandleConsumer<RuntimeException> work) {
        write(handle -> {
            work.useHandle(handle);
            return true;
        });
    }

    @Override
    public void close() {
        try {
            connections.close();
        } catch (Exception e) {
            throw new IllegalStateException("The database could not be closed", e);
        }
    }
}
