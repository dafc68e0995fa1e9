package dev.moka.packages.maven;

import dev.moka.packages.Progress;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/// Tells a {@link Progress} what Maven Resolver downloads; POMs and checksums don't count.
final class Transfers extends AbstractTransferListener {
    private final Progress progress;
    private final ReentrantLock lock = new ReentrantLock();
    private int expected;
    private int done;

    Transfers(Progress progress) {
        this.progress = progress;
    }

    void expect(int artifacts) {
        lock.lock();
        try {
            expected = artifacts;
            done = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void transferProgressed(TransferEvent event) {
        if (isArtifact(event)) {
            lock.lock();
            try {
                long size = event.getResource().getContentLength();
                progress.transferred(name(event), event.getTransferredBytes(), size);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (isArtifact(event)) {
            lock.lock();
            try {
                done++;
                progress.downloaded(
                        name(event), done, Math.max(expected, done), event.getTransferredBytes());
            } finally {
                lock.unlock();
            }
        }
    }

    private static boolean isArtifact(TransferEvent event) {
        String name = event.getResource().getResourceName();
        return event.getRequestType() == TransferEvent.RequestType.GET
                && !name.endsWith(".pom")
                && !name.endsWith(".xml");
    }

    private static String name(TransferEvent event) {
        String resource = event.getResource().getResourceName();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
