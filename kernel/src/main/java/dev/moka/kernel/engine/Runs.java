package dev.moka.kernel.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What runs now, and how to stop it: by the guard that cell code checks, and by interrupting the
/// thread while it is in user code. A run begun inside another on the same thread is part of it.
public final class Runs {
    private static final String GUARD = "dev.moka.kernel.guard.Guard";

    private final ReentrantLock lock = new ReentrantLock();
    private final MethodHandle begin;
    private final MethodHandle end;
    private final MethodHandle stop;
    private @Nullable Run current;

    /// One cell, with what it runs inside.
    public static final class Run {
        private final Thread thread = Thread.currentThread();
        private volatile boolean interrupted;
        private boolean inUserCode;
        private int depth;

        /// Whether it is to stop.
        public boolean interrupted() {
            return interrupted;
        }
    }

    /// @param loader the user's, which has its own copy of the guard
    /// @param localizer makes the stack traces readable that cells print
    public Runs(ClassLoader loader, Consumer<Throwable> localizer) {
        MethodType onRun = MethodType.methodType(void.class, Object.class);
        begin = guard(loader, "begin", onRun);
        end = guard(loader, "end", MethodType.methodType(void.class));
        stop = guard(loader, "stop", onRun);
        call(
                guard(loader, "localizer", MethodType.methodType(void.class, Consumer.class)),
                localizer);
    }

    private static MethodHandle guard(ClassLoader loader, String name, MethodType type) {
        try {
            return MethodHandles.publicLookup().findStatic(loader.loadClass(GUARD), name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel's own classes are incomplete", e);
        }
    }

    /// Begins a run on the calling thread.
    public Run begin() {
        lock.lock();
        try {
            Run outer = current;
            if (outer != null && outer.thread.equals(Thread.currentThread())) {
                outer.depth++;
                return outer;
            }
            var fresh = new Run();
            call(begin, fresh);
            current = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /// An interrupt that comes after the outermost end does nothing.
    public void end(Run run) {
        lock.lock();
        try {
            if (run.depth > 0) {
                run.depth--;
            } else {
                current = null;
                call(end);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Runs a cell as one run, which begins interrupted when `interrupted` says so.
    public <T> T asOne(BooleanSupplier interrupted, Supplier<T> cell) {
        Run run = begin();
        try {
            if (interrupted.getAsBoolean()) {
                interrupt();
            }
            return cell.get();
        } finally {
            end(run);
        }
    }

    /// Stops what runs, if anything does.
    public void interrupt() {
        lock.lock();
        try {
            Run target = current;
            if (target != null) {
                target.interrupted = true;
                call(stop, target);
                // Only user code: an interrupted compiler would close the channels of its jars.
                if (target.inUserCode) {
                    target.thread.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns whether the thread was in user code already, for {@link #leaveUserCode}.
    boolean enterUserCode() throws InterruptedException {
        lock.lock();
        try {
            Run run = current;
            if (run == null) {
                return false;
            }
            if (run.interrupted) {
                throw new InterruptedException("interrupted before it began");
            }
            boolean before = run.inUserCode;
            run.inUserCode = true;
            return before;
        } finally {
            lock.unlock();
        }
    }

    void leaveUserCode(boolean before) {
        lock.lock();
        try {
            Run run = current;
            if (run != null) {
                run.inUserCode = before;
            }
            if (!before) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void call(MethodHandle handle, Object... arguments) {
        try {
            handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
