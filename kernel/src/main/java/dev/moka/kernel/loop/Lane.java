package dev.moka.kernel.loop;

import dev.moka.kernel.log.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// A thread that handles requests one after the other. Nothing that a handler throws ends it.
final class Lane implements AutoCloseable {
    private final BlockingQueue<Request> queue = new LinkedBlockingQueue<>();
    private final Consumer<Request> handler;
    private final Log log;
    private final Thread thread;
    private volatile boolean closed;

    Lane(String name, Consumer<Request> handler, Log log) {
        this.handler = handler;
        this.log = log;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(Request request) {
        queue.add(request);
    }

    /// Takes everything out of the queue that has not begun.
    List<Request> drain() {
        List<Request> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        return waiting;
    }

    /// Begins nothing more.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                handler.accept(queue.take());
            } catch (InterruptedException e) {
                // Either the kernel's end, which the loop's condition tells, or the interrupt of a
                // cell that has just ended.
                if (!closed) {
                    log.info(thread.getName() + " was interrupted while it had nothing to do");
                }
            } catch (RuntimeException | Error e) {
                log.error("a request failed in " + thread.getName(), e);
            }
        }
    }
}
