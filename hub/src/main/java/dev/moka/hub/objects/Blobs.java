package dev.moka.hub.objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The bytes of all objects: written before the row that needs them, deleted after the last row
/// that did, and swept at the start of a hub for what a killed one left.
public final class Blobs {
    private static final Logger log = LoggerFactory.getLogger(Blobs.class);
    private static final int SWEPT_AT_ONCE = 500;

    private final BlobFiles files;
    private final ObjectStore store;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Set<String> doomed = new HashSet<>();

    /// @param folder where the files lie; made if it is missing
    /// @param random unguessable
    public Blobs(Path folder, ObjectStore store, RandomGenerator random, ThreadFactory threads) {
        try {
            this.files = new BlobFiles(folder, random, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s can't be used".formatted(folder), e);
        }
        this.store = store;
    }

    NewBlob write(InputStream content, ContentPlan plan) throws IOException {
        return files.write(content, plan);
    }

    /// Commits the row that needs a new blob; a refusal takes the blob away again.
    <T> T publish(NewBlob blob, Supplier<T> commit) {
        try {
            return commit.get();
        } catch (StoreException refused) {
            delete(blob.id());
            throw refused;
        } finally {
            files.settled(blob.id());
        }
    }

    /// Deletes those of the blobs that no row needs any more, each once its last reader has gone.
    void release(Collection<String> freed) {
        if (freed.isEmpty()) {
            return;
        }
        Set<String> needed = store.referenced(freed);
        for (String id : freed) {
            if (!needed.contains(id) && !isRead(id)) {
                delete(id);
            }
        }
    }

    FileChannel open(String id) throws IOException {
        return files.open(id);
    }

    /// Keeps blobs on the disk until [#unlease], whatever becomes of their object.
    void lease(Collection<String> ids) {
        guard.lock();
        try {
            ids.forEach(id -> readers.merge(id, 1, Integer::sum));
        } finally {
            guard.unlock();
        }
    }

    void unlease(Collection<String> ids) {
        guard.lock();
        try {
            for (String id : ids) {
                boolean last =
                        readers.computeIfPresent(id, (_, count) -> count == 1 ? null : count - 1)
                                == null;
                if (last && doomed.remove(id)) {
                    delete(id);
                }
            }
        } finally {
            guard.unlock();
        }
    }

    /// Deletes files that belong to nothing: what a hub had written, or not yet deleted, when it
    /// was killed. May run while objects come and go.
    ///
    /// @return how many there were
    public long sweep() {
        long gone = 0;
        for (Path fan : files.fans()) {
            if (Thread.currentThread().isInterrupted()) {
                return gone;
            }
            try {
                gone += sweep(files.ids(fan));
            } catch (IOException e) {
                log.warn("{} could not be swept: {}", fan, e.toString());
            }
        }
        if (gone > 0) {
            log.info("{} files of an earlier hub belonged to no object and were deleted", gone);
        }
        return gone;
    }

    private long sweep(List<String> ids) {
        long gone = 0;
        // First who is being written, then who is needed: one that is settled in between has its
        // row.
        List<String> settled = ids.stream().filter(id -> !files.isBeingWritten(id)).toList();
        for (int from = 0; from < settled.size(); from += SWEPT_AT_ONCE) {
            List<String> some =
                    settled.subList(from, Math.min(settled.size(), from + SWEPT_AT_ONCE));
            Set<String> needed = store.referenced(some);
            for (String id : some) {
                if (!needed.contains(id) && !isRead(id)) {
                    delete(id);
                    gone++;
                }
            }
        }
        return gone;
    }

    private boolean isRead(String id) {
        guard.lock();
        try {
            boolean read = readers.containsKey(id);
            if (read) {
                doomed.add(id);
            }
            return read;
        } finally {
            guard.unlock();
        }
    }

    private void delete(String id) {
        try {
            files.delete(id);
        } catch (IOException e) {
            // The next start sweeps it.
            log.warn("The file of blob {} could not be deleted: {}", id, e.toString());
        }
    }
}
