package dev.moka.kernel.engine;

import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// The engine on the JDK's JShell, in this process.
///
/// One lock guards the compiler; user code runs outside it, so completion works while a cell runs.
/// Each expression leaves a hidden `$n` variable that would slow every later cell down; they are
/// dropped after the cell.
public final class JShellEngine implements Engine {
    private final ReentrantLock compiler = new ReentrantLock();
    private final CellLoader loader;
    private final Runs runs;
    private final CellControl control;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Origins origins;
    private final StackTraces stackTraces;
    private final Assist assist;
    private final List<Path> classpath = new CopyOnWriteArrayList<>();

    /// @param api the only classes of the kernel that cells can compile against: a jar or folder
    /// @param compilerOptions for example `--enable-preview --release 25`
    public JShellEngine(Path api, List<String> compilerOptions) {
        loader = new CellLoader(JShellEngine.class.getClassLoader());
        runs = new Runs(loader, this::localize);
        control = new CellControl(loader, compiler, runs);
        List<String> options = new ArrayList<>(List.of("--class-path", api.toString()));
        options.addAll(compilerOptions);
        shell =
                JShell.builder()
                        .executionEngine(new CellControlProvider(control), null)
                        .compilerOptions(options.toArray(String[]::new))
                        .build();
        analysis = shell.sourceCodeAnalysis();
        origins =
                new Origins(id ->
                        locked(() ->
                                shell.snippets()
                                        .filter(snippet -> snippet.id().equals(id))
                                        .findFirst()
                                        .map(analysis::wrapper)));
        stackTraces = new StackTraces(origins);
        assist = new Assist(analysis);
    }

    @Override
    public Evaluation evaluate(Source source) {
        Runs.Run run = runs.begin();
        compiler.lock();
        var evaluator = new Evaluator(shell, analysis, control, origins, stackTraces);
        try {
            return evaluator.evaluate(source, run);
        } finally {
            evaluator.dropTemporaries();
            compiler.unlock();
            runs.end(run);
        }
    }

    @Override
    public <T extends @Nullable Object> T guard(Callable<T> action) throws Exception {
        Runs.Run run = runs.begin();
        try {
            return control.inUserCode(action);
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

    @Override
    public void interrupt() {
        runs.interrupt();
    }

    @Override
    public Completions complete(String code, int cursor) {
        return locked(() -> assist.complete(code, cursor));
    }

    @Override
    public List<Description> inspect(String code, int cursor, boolean javadoc) {
        return locked(() -> assist.inspect(code, cursor, javadoc));
    }

    @Override
    public Completeness completeness(String code) {
        return locked(() -> assist.completeness(code));
    }

    @Override
    public void addClasspath(List<Path> entries) {
        locked(() -> {
            List<Path> fresh =
                    entries.stream()
                            .map(entry -> entry.toAbsolutePath().normalize())
                            .distinct()
                            .filter(entry -> !classpath.contains(entry))
                            .toList();
            if (!fresh.isEmpty()) {
                // At once: each call makes JShell forget its warm compiler.
                shell.addToClasspath(
                        fresh.stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(File.pathSeparator)));
                classpath.addAll(fresh);
            }
            return fresh;
        });
    }

    @Override
    public List<Path> classpath() {
        return List.copyOf(classpath);
    }

    @Override
    public List<Variable> variables() {
        return locked(() ->
                shell.variables()
                        .filter(variable ->
                                variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                        .map(this::variable)
                        .toList());
    }

    private Variable variable(VarSnippet snippet) {
        shell.varValue(snippet);
        return new Variable(snippet.name(), snippet.typeName(), control.takeVariableValue());
    }

    @Override
    public ClassLoader classLoader() {
        return loader;
    }

    @Override
    public void localize(Throwable thrown) {
        stackTraces.localize(thrown);
    }

    @Override
    public void close() {
        runs.interrupt();
        shell.close();
    }

    private <T> T locked(Supplier<T> action) {
        compiler.lock();
        try {
            return action.get();
        } finally {
            compiler.unlock();
        }
    }
}
