package dev.moka.kernel.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/// JShell's arm in this process: loads the classes of snippets, rewritten so that they can be
/// stopped, and runs them on the caller's thread, outside the compiler's lock.
///
/// The JDK's own `LocalExecutionControl` does much the same, but starts a thread for each snippet
/// and then waits for every thread that the snippet started, hands out values as text only, and
/// lets `System.exit` end the kernel.
final class CellControl extends DirectExecutionControl {
    private final CellLoader loader;
    private final Instrumentation instrumentation;
    private final ReentrantLock compiler;
    private final Runs runs;
    private @Nullable Object value;
    private @Nullable Object variableValue;
    private @Nullable Throwable thrown;

    /// @param compiler held by the caller of JShell; released while user code runs
    CellControl(CellLoader loader, ReentrantLock compiler, Runs runs) {
        super(new CellClasses(loader));
        this.loader = loader;
        this.compiler = compiler;
        this.runs = runs;
        this.instrumentation = new Instrumentation(loader);
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
        try {
            value = inUserCode(() -> snippet.invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        } catch (InterruptedException _) {
            throw new StoppedException();
        }
    }

    /// Runs an action that may call user code: outside the compiler's lock, with the user's loader,
    /// interruptible.
    <T extends @Nullable Object> T inUserCode(Callable<T> action) throws Exception {
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
}
