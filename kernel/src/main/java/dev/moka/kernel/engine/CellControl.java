package dev.moka.kernel.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/// JShell's arm in this process: loads the classes of snippets, rewritten so that they can be
/// stopped, and runs them on the caller's thread, outside the compiler's lock.
final class CellControl extends DirectExecutionControl {
    private static final String GUARD = "dev.moka.kernel.guard.Guard";

    private final CellLoader loader;
    private final Instrumentation instrumentation;
    private final ReentrantLock compiler;
    private final MethodHandle begin;
    private final MethodHandle end;
    private final MethodHandle stop;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable Run run;
    private @Nullable Object value;
    private @Nullable Object variableValue;
    private @Nullable Throwable thrown;

    /// One evaluation.
    static final class Run {
        private final Thread thread = Thread.currentThread();
        private volatile boolean interrupted;
        private boolean inUserCode;

        boolean interrupted() {
            return interrupted;
        }
    }

    /// @param compiler held by the caller of JShell; released while user code runs
    CellControl(CellLoader loader, ReentrantLock compiler) {
        super(new CellClasses(loader));
        this.loader = loader;
        this.compiler = compiler;
        this.instrumentation = new Instrumentation(loader);
        MethodType onRun = MethodType.methodType(void.class, Object.class);
        this.begin = guard("begin", onRun);
        this.end = guard("end", MethodType.methodType(void.class));
        this.stop = guard("stop", onRun);
    }

    private MethodHandle guard(String name, MethodType type) {
        try {
            return MethodHandles.publicLookup().findStatic(loader.loadClass(GUARD), name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel's own classes are incomplete", e);
        }
    }

    Run begin() {
        var fresh = new Run();
        call(begin, fresh);
        run = fresh;
        return fresh;
    }

    /// Ends the run; an interrupt that comes later does nothing.
    void end() {
        running.lock();
        try {
            run = null;
        } finally {
            running.unlock();
        }
        call(end);
    }

    void interrupt() {
        running.lock();
        try {
            Run target = run;
            if (target != null) {
                target.interrupted = true;
                call(stop, target);
                // Only user code: an interrupted compiler would close the channels of its jars.
                if (target.inUserCode) {
                    target.thread.interrupt();
                }
            }
        } finally {
            running.unlock();
        }
    }

    /// What the last snippet threw, once.
    Optional<Throwable> takeThrown() {
        Optional<Throwable> taken = Optional.ofNullable(thrown);
        thrown = null;
        return taken;
    }

    /// The value of the last snippet, once.
    @Nullable Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /// The value that the last {@link #varValue} found, once.
    @Nullable Object takeVariableValue() {
        Object taken = variableValue;
        variableValue = null;
        return taken;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        loader.declare(classes);
        var rewritten = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            rewritten[i] =
                    new ClassBytecodes(
                            classes[i].name(), instrumentation.instrument(classes[i].bytecodes()));
        }
        super.load(rewritten);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        enterUserCode();
        int holds = compiler.getHoldCount();
        for (int i = 0; i < holds; i++) {
            compiler.unlock();
        }
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            value = snippet.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        } finally {
            thread.setContextClassLoader(outer);
            leaveUserCode();
            for (int i = 0; i < holds; i++) {
                compiler.lock();
            }
        }
    }

    private void enterUserCode() throws StoppedException {
        running.lock();
        try {
            Run current = run;
            if (current != null) {
                if (current.interrupted) {
                    throw new StoppedException();
                }
                current.inUserCode = true;
            }
        } finally {
            running.unlock();
        }
    }

    private void leaveUserCode() {
        running.lock();
        try {
            Run current = run;
            if (current != null) {
                current.inUserCode = false;
            }
            Thread.interrupted();
        } finally {
            running.unlock();
        }
    }

    @Override
    public String varValue(String className, String variable) throws InternalException {
        try {
            var field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            variableValue = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    private static void call(MethodHandle handle, Object... arguments) {
        try {
            handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// JShell's view of the loader.
    private record CellClasses(CellLoader loader) implements jdk.jshell.execution.LoaderDelegate {
        @Override
        public void load(ClassBytecodes[] classes) throws ExecutionControl.ClassInstallException {
            loader.declare(classes);
            var loaded = new boolean[classes.length];
            for (int i = 0; i < classes.length; i++) {
                try {
                    var _ = Class.forName(classes[i].name(), false, loader).getDeclaredMethods();
                    loaded[i] = true;
                } catch (ClassNotFoundException | LinkageError e) {
                    throw new ExecutionControl.ClassInstallException(
                            "load: " + e.getMessage(), loaded);
                }
            }
        }

        @Override
        public void classesRedefined(ClassBytecodes[] classes) {
            loader.declare(classes);
        }

        @Override
        public void addToClasspath(String path) {
            for (String entry : path.split(java.io.File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    loader.add(Path.of(entry));
                }
            }
        }

        @Override
        public Class<?> findClass(String name) throws ClassNotFoundException {
            return Class.forName(name, false, loader);
        }
    }
}
