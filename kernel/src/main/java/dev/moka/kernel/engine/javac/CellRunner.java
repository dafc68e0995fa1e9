package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CellLoader;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.ImportAdvice;
import dev.moka.kernel.engine.Instrumentation;
import dev.moka.kernel.engine.Runs;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.StackTraces;
import dev.moka.kernel.engine.UserCode;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compiles, loads and runs cells, one after another, and keeps the session that they make.
final class CellRunner {
    private final CellCompiler compiler;
    private final CellLoader loader;
    private final UserCode userCode;
    private final StackTraces stackTraces;
    private final ImportAdvice advice;
    private final Instrumentation instrumentation;
    private Session session = new Session();

    CellRunner(
            CellCompiler compiler,
            CellLoader loader,
            UserCode userCode,
            StackTraces stackTraces,
            ImportAdvice advice) {
        this.compiler = compiler;
        this.loader = loader;
        this.userCode = userCode;
        this.stackTraces = stackTraces;
        this.advice = advice;
        this.instrumentation = new Instrumentation(loader);
    }

    Session session() {
        return session;
    }

    Evaluation run(Source source, Runs.Run run) {
        List<String> notes = new ArrayList<>();
        Optional<Range> range = Optional.empty();
        List<Range> rest = null;
        Evaluation result = new Evaluation.Done(notes);
        while (true) {
            if (run.interrupted()) {
                return new Evaluation.Interrupted(notes);
            }
            Compiled compiled = compiler.compile(source, session, range);
            if (!(compiled instanceof Compiled.Ready ready)) {
                return rejected(compiled, notes);
            }
            session = ready.session();
            notes.addAll(ready.notes());
            result = run(ready, run, notes);
            if (rest == null) {
                rest = new ArrayList<>(ready.rest());
            }
            boolean failed =
                    !(result instanceof Evaluation.Done || result instanceof Evaluation.Value);
            if (failed || rest.isEmpty()) {
                return result;
            }
            range = Optional.of(rest.removeFirst());
        }
    }

    private Evaluation rejected(Compiled compiled, List<String> notes) {
        return new Evaluation.Rejected(
                compiled instanceof Compiled.Rejected rejected
                        ? rejected.errors().stream().map(advice::advise).toList()
                        : List.of(),
                notes);
    }

    private Evaluation run(Compiled.Ready ready, Runs.Run run, List<String> notes) {
        for (ClassFile each : ready.classes()) {
            loader.declare(each.className(), instrumentation.instrument(each.bytes()));
        }
        try {
            Class<?> runner = Class.forName(ready.runner(), false, loader);
            Method method = runner.getMethod(CellNames.RUN);
            userCode.run(() -> method.invoke(null));
            if (run.interrupted()) {
                return new Evaluation.Interrupted(notes);
            }
            return ready.resultType().isPresent()
                    ? new Evaluation.Value(
                            takeResult(runner),
                            TypeText.brief(ready.resultType().get(), session.imports()),
                            notes)
                    : new Evaluation.Done(notes);
        } catch (InvocationTargetException e) {
            return threw(e.getCause() == null ? e : e.getCause(), run, notes);
        } catch (InterruptedException _) {
            return new Evaluation.Interrupted(notes);
        } catch (Exception | LinkageError e) {
            return threw(e, run, notes);
        }
    }

    private Evaluation threw(Throwable thrown, Runs.Run run, List<String> notes) {
        if (run.interrupted()) {
            return new Evaluation.Interrupted(notes);
        }
        stackTraces.localize(thrown);
        return new Evaluation.Threw(thrown, notes);
    }

    /// The value, which the class then holds no longer.
    private static @Nullable Object takeResult(Class<?> runner)
            throws ReflectiveOperationException {
        Field field = runner.getField(CellNames.RESULT);
        Object value = field.get(null);
        field.set(null, null);
        return value;
    }

    List<Engine.Variable> variables() {
        return session.variables().stream()
                .map(each ->
                        new Engine.Variable(
                                each.name(),
                                TypeText.brief(each.type(), session.imports()),
                                value(each)))
                .toList();
    }

    private @Nullable Object value(SessionVariable variable) {
        try {
            return Class.forName(CellNames.full(variable.holder()), true, loader)
                    .getField(variable.name())
                    .get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("a variable without a field: " + variable.name(), e);
        }
    }
}
