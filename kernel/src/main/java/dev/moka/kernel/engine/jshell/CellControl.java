package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.CellLoader;
import dev.moka.kernel.engine.Instrumentation;
import dev.moka.kernel.engine.UserCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
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
    private final UserCode userCode;
    private @Nullable Object value;
    private @Nullable Object variableValue;
    private @Nullable Throwable thrown;

    CellControl(CellLoader loader, UserCode userCode) {
        super(new CellClasses(loader));
        this.loader = loader;
        this.userCode = userCode;
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
        for (ClassBytecodes each : classes) {
            loader.declare(each.name(), each.bytecodes());
        }
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
            value = userCode.run(() -> snippet.invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        } catch (InterruptedException _) {
            throw new StoppedException();
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
