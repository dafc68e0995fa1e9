package dev.moka.hub.sandbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Wakes those whose folder changed, so that an idle workload costs nothing.
final class FolderWatch implements AutoCloseable {
    private final WatchService service;
    private final Map<WatchKey, Runnable> woken = new ConcurrentHashMap<>();

    FolderWatch(Path anywhere) throws IOException {
        this.service = anywhere.getFileSystem().newWatchService();
        Thread.ofPlatform().daemon().name("workload folders").start(this::run);
    }

    /// Follows a folder until the key is cancelled.
    WatchKey follow(Path folder, Runnable wake) throws IOException {
        WatchKey key =
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
        woken.put(key, wake);
        return key;
    }

    void forget(WatchKey key) {
        woken.remove(key);
        key.cancel();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                Runnable wake = woken.get(key);
                if (wake != null) {
                    wake.run();
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            woken.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
