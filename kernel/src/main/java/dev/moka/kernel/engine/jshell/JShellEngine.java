package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.CellLoader;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.ImportAdvice;
import dev.moka.kernel.engine.Packages;
import dev.moka.kernel.engine.Runs;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.SourceDocs;
import dev.moka.kernel.engine.StackTraces;
import dev.moka.kernel.engine.UserCode;
import dev.moka.kernel.guard.Stopped;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
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
    private final UserCode userCode;
    private final CellControl control;
    private final UserFileManager files;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Origins origins;
    private final StackTraces stackTraces;
    private final Completer completer;
    private final Inspector inspector;
    private final ImportAdvice advice;
    private final List<Path> classpath = new CopyOnWriteArrayList<>();

    /// @param api the only classes of the kernel that cells can compile against: a jar or folder
    /// @param compilerOptions for example `--enable-preview --release 25`
    public JShellEngine(Path api, List<String> compilerOptions) {
        loader = new CellLoader(JShellEngine.class.getClassLoader());
        runs = new Runs(loader, this::localize);
        userCode = new UserCode(loader, compiler, runs);
        control = new CellControl(loader, userCode);
        origins = new Origins(this::wrapper);
        AtomicReference<UserFileManager> manager = new AtomicReference<>();
        shell =
                JShell.builder()
                        .executionEngine(new CellControlProvider(control), null)
                        .compilerOptions(compilerOptions.toArray(String[]::new))
                        .idGenerator((_, number) -> origins.register(number))
                        .fileManager(standard -> {
                            manager.set(new UserFileManager(standard, api));
                            return manager.get();
                        })
                        .build();
        files = manager.get();
        analysis = shell.sourceCodeAnalysis();
        stackTraces = new StackTraces(origins);
        Types types = new Types(shell, loader);
        Packages packages = new Packages(loader);
        completer = new Completer(shell, analysis, types, packages, this::classpath);
        inspector = new Inspector(analysis, new SourceDocs(types::find));
        advice = new ImportAdvice(packages, this::classpath);
    }

    @Override
    public Evaluation evaluate(Source source) {
        Runs.Run run = runs.begin();
        compiler.lock();
        var evaluator = new Evaluator(shell, analysis, control, origins, stackTraces, advice);
        try {
            return evaluator.evaluate(source, run);
        } finally {
            evaluator.dropTemporaries();
            compiler.unlock();
            runs.end(run);
        }
    }

    @Override
    public <T> T asOneRun(BooleanSupplier interrupted, Supplier<T> cell) {
        return runs.asOne(interrupted, cell);
    }

    @Override
    public <T extends @Nullable Object> T guard(Callable<T> action) throws Exception {
        return userCode.guard(action);
    }

    @Override
    public void interrupt() {
        runs.interrupt();
    }

    @Override
    public Completions complete(String code, int cursor) {
        return locked(() -> completer.complete(code, cursor));
    }

    @Override
    public List<Description> inspect(String code, int cursor, boolean javadoc) {
        return locked(() -> inspector.inspect(code, cursor, javadoc));
    }

    @Override
    public Completeness completeness(String code) {
        return locked(() -> Readiness.completeness(analysis, code));
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
                files.add(fresh);
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

    private Optional<SnippetWrapper> wrapper(String id) {
        return locked(() ->
                shell.snippets()
                        .filter(snippet -> snippet.id().equals(id))
                        .findFirst()
                        .map(analysis::wrapper));
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
    public boolean isStop(Throwable thrown) {
        return thrown.getClass().getName().equals(Stopped.class.getName());
    }

    @Override
    public void close() {
        runs.interrupt();
        files.indexWanted();
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
