package dev.moka.kernel.magics;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work that does not hear an interrupt, such as a download: it is waited for on the cell's thread,
/// and left alone when the cell is interrupted.
final class Abandonable {
    private Abandonable() {}

    static <T> T call(String name, Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread worker = new Thread(task, name);
        worker.setDaemon(true);
        // Maven finds its parts through this loader; the cell's is the user's.
        worker.setContextClassLoader(Abandonable.class.getClassLoader());
        worker.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
