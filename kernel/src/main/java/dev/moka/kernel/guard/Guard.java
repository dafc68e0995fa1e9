package dev.moka.kernel.guard;

import dev.moka.kernel.api.ExitRequested;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The checks that run inside cell code: at each method entry and each backward jump {@link
/// #check}, in place of `System.exit` and its like {@link #exit}.
///
/// A run is one cell. Threads inherit the run that started them, so that an interrupt ends the
/// interrupted cell's threads and leaves a server alone that an earlier cell started. Threads of no
/// run (the common pool) obey the newest interrupt until the next cell starts.
@SuppressWarnings({"DoNotCallSuggester", "ReferenceEquality"})
public final class Guard {
    private static final InheritableThreadLocal<@Nullable Object> RUN =
            new InheritableThreadLocal<>();
    private static volatile @Nullable Object stopped;
    private static volatile @Nullable Object current;

    private static volatile Consumer<Throwable> localizer = thrown -> {};

    private Guard() {}

    /// Throws {@link Stopped} when the run that the thread belongs to was interrupted.
    public static void check() {
        if (stopped != null) {
            stopIfMine();
        }
    }

    /// What `System.exit(status)` does in a cell.
    public static void exit(int status) {
        throw new ExitRequested("System.exit", status);
    }

    /// What `Runtime.exit(status)` does in a cell.
    public static void exit(Runtime runtime, int status) {
        throw new ExitRequested(runtime.getClass().getSimpleName() + ".exit", status);
    }

    /// What `Runtime.halt(status)` does in a cell.
    public static void halt(Runtime runtime, int status) {
        throw new ExitRequested(runtime.getClass().getSimpleName() + ".halt", status);
    }

    /// What `thrown.printStackTrace()` does in a cell: it prints lines of cells.
    public static void printStackTrace(Throwable thrown) {
        localizer.accept(thrown);
        thrown.printStackTrace();
    }

    /// What `thrown.printStackTrace(out)` does in a cell.
    public static void printStackTrace(Throwable thrown, PrintStream out) {
        localizer.accept(thrown);
        thrown.printStackTrace(out);
    }

    /// What `thrown.printStackTrace(out)` does in a cell.
    public static void printStackTrace(Throwable thrown, PrintWriter out) {
        localizer.accept(thrown);
        thrown.printStackTrace(out);
    }

    /// Says how traces are made readable. Called by the engine, through reflection.
    public static void localizer(Consumer<Throwable> localizer) {
        Guard.localizer = localizer;
    }

    /// Makes the calling thread the first of a run. Called by the engine, through reflection.
    public static void begin(Object run) {
        current = run;
        RUN.set(run);
    }

    /// Takes the calling thread out of its run. Called by the engine, through reflection.
    public static void end() {
        RUN.remove();
    }

    /// Stops a run. Called by the engine, through reflection.
    public static void stop(Object run) {
        stopped = run;
    }

    private static void stopIfMine() {
        Object mine = RUN.get();
        Object target = stopped;
        if (mine == target || (mine == null && current == target)) {
            throw new Stopped();
        }
    }
}
