package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.log.Log;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// An interpreter that is made on a thread of its own, so that the sockets are open meanwhile. Who
/// needs it waits.
final class StartingInterpreter implements Supplier<Interpreter>, AutoCloseable {
    private final FutureTask<Interpreter> task;
    private final Log log;

    StartingInterpreter(Callable<Interpreter> factory, Log log) {
        task = new FutureTask<>(factory);
        this.log = log;
    }

    void start() {
        Thread.ofPlatform().daemon().name("interpreter-start").start(task);
    }

    /// @throws IllegalStateException when the interpreter could not be made
    @Override
    public Interpreter get() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the interpreter could not start: " + e.getCause(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        if (task.cancel(false)) {
            return;
        }
        try {
            get().close();
        } catch (RuntimeException e) {
            log.error("the interpreter did not close", e);
        }
    }
}
