package dev.moka.lab.contents;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// One writer at a time for each path, so that an editor's save and the journal's merge do not lose
/// each other's work.
final class PathLocks {
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    <T> T whileLocked(ApiPath path, DiskFault.Work<T> work) {
        ReentrantLock lock = locks.get(Math.floorMod(path.hashCode(), locks.size()));
        lock.lock();
        try {
            return DiskFault.translated(path, work);
        } finally {
            lock.unlock();
        }
    }
}
