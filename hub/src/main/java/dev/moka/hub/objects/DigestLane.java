package dev.moka.hub.objects;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/// A digest that is taken by a thread beside the one that reads and writes, since MD5 alone costs
/// as much as all the rest. Buffers go round between the two.
final class DigestLane implements AutoCloseable {
    private static final int BUFFERS = 4;
    private static final int SIZE = 256 * 1024;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Filled> filled = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final ContentDigest digest;
    private final Thread thread;

    private record Filled(byte[] bytes, int length) {}

    DigestLane(ContentDigest digest, ThreadFactory threads) {
        this.digest = digest;
        for (int n = 0; n < BUFFERS; n++) {
            free.add(new byte[SIZE]);
        }
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    /// A buffer that nobody uses.
    byte[] buffer() throws InterruptedException {
        return free.take();
    }

    /// Hands a buffer over; it must not be touched after this.
    void update(byte[] bytes, int length) throws InterruptedException {
        filled.put(new Filled(bytes, length));
    }

    byte[] result() throws InterruptedException {
        filled.put(new Filled(new byte[0], -1));
        thread.join();
        return digest.result();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (Filled next = filled.take(); next.length >= 0; next = filled.take()) {
                digest.update(next.bytes, 0, next.length);
                free.add(next.bytes);
            }
        } catch (InterruptedException e) {
            // The content was given up; so is its digest.
            Thread.currentThread().interrupt();
        }
    }
}
