package dev.moka.kernel.transport;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The thread that writes to the wake-up pipes. Java closes a pipe when the thread that writes to
/// it is interrupted, and a cell that prints may be interrupted at any time; nobody interrupts this
/// thread.
final class Waker implements AutoCloseable {
    private final BlockingQueue<WakePipe> pipes = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("zmq-wake").unstarted(this::run);

    void start() {
        thread.start();
    }

    void add(WakePipe pipe) {
        pipes.add(pipe);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                pipes.take().write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
