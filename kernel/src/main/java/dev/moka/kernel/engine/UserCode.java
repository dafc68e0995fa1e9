package dev.moka.kernel.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The way into user code: outside the compiler's lock, with the user's loader, interruptible.
///
/// @param compiler the lock; held by the caller, released while user code runs
public record UserCode(CellLoader loader, ReentrantLock compiler, Runs runs) {
    /// Runs an action that may call user code as a run of its own.
    ///
    /// @throws InterruptedException when it ended because of an interrupt, however it says so
    public <T extends @Nullable Object> T guard(Callable<T> action) throws Exception {
        Runs.Run run = runs.begin();
        try {
            return run(action);
        } catch (Exception | Error e) {
            if (run.interrupted()) {
                var interrupted = new InterruptedException();
                interrupted.initCause(e);
                throw interrupted;
            }
            throw e;
        } finally {
            runs.end(run);
        }
    }

    /// Runs an action that may call user code.
    public <T extends @Nullable Object> T run(Callable<T> action) throws Exception {
        boolean before = runs.enterUserCode();
        int holds = compiler.getHoldCount();
        for (int i = 0; i < holds; i++) {
            compiler.unlock();
        }
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.call();
        } finally {
            thread.setContextClassLoader(outer);
            runs.leaveUserCode(before);
            for (int i = 0; i < holds; i++) {
                compiler.lock();
            }
        }
    }
}
