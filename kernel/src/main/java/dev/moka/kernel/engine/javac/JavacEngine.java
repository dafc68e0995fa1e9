package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CellLoader;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.Frames;
import dev.moka.kernel.engine.ImportAdvice;
import dev.moka.kernel.engine.Indentation;
import dev.moka.kernel.engine.Packages;
import dev.moka.kernel.engine.Runs;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.StackTraces;
import dev.moka.kernel.engine.UserCode;
import dev.moka.kernel.guard.Stopped;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The engine on a warm compiler, in this process.
///
/// One lock guards the compiler; user code runs outside it, so completion works while a cell runs.
public final class JavacEngine implements Engine {
    private final ReentrantLock lock = new ReentrantLock();
    private final CellLoader loader;
    private final Runs runs;
    private final UserCode userCode;
    private final CellFiles files;
    private final PooledCompiler compiler;
    private final CellRunner runner;
    private final StackTraces stackTraces;
    private final Analysis analysis;
    private final Assistant assistant;
    private final Inspector inspector;
    private final List<Path> classpath = new CopyOnWriteArrayList<>();

    /// @param api the only classes of the kernel that cells can compile against: a jar or folder
    /// @param compilerOptions for example `--enable-preview --release 25`
    /// @throws IllegalStateException when this JDK's compiler is another than it is made for
    public JavacEngine(Path api, List<String> compilerOptions) {
        Internals internals = internals();
        loader = new CellLoader(JavacEngine.class.getClassLoader());
        runs = new Runs(loader, this::localize);
        userCode = new UserCode(loader, lock, runs);
        files =
                new CellFiles(
                        ToolProvider.getSystemJavaCompiler()
                                .getStandardFileManager(null, null, StandardCharsets.UTF_8),
                        api);
        compiler = new PooledCompiler(files, compilerOptions);
        Frames frames = new CellFrames();
        stackTraces = new StackTraces(frames);
        Packages packages = new Packages(loader);
        runner =
                new CellRunner(
                        new CellCompiler(compiler, files, internals),
                        loader,
                        userCode,
                        stackTraces,
                        new ImportAdvice(packages, this::classpath));
        analysis = new Analysis(compiler, files, internals);
        assistant = new Assistant(analysis, packages, this::classpath);
        inspector = new Inspector(analysis, loader);
    }

    /// Whether this JVM lets the engine use its compiler as it needs to.
    public static boolean isAvailable() {
        try {
            var _ = Internals.find();
            return true;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException _) {
            return false;
        }
    }

    private static Internals internals() {
        try {
            return Internals.find();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException(
                    "the compiler of Java %s is another than this engine is made for"
                            .formatted(Runtime.version()),
                    e);
        }
    }

    @Override
    public Evaluation evaluate(Source source) {
        Runs.Run run = runs.begin();
        lock.lock();
        try {
            return runner.run(source, run);
        } finally {
            lock.unlock();
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
        return locked(() -> assistant.complete(runner.session(), code, cursor));
    }

    @Override
    public List<Description> inspect(String code, int cursor, boolean javadoc) {
        return locked(() -> inspector.inspect(runner.session(), code, cursor, javadoc));
    }

    @Override
    public Completeness completeness(String code) {
        return switch (locked(() -> analysis.read(code))) {
            case COMPLETE -> new Completeness.Complete();
            case UNFINISHED -> new Completeness.Incomplete(Indentation.after(code));
            case MALFORMED -> new Completeness.Invalid();
        };
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
                fresh.forEach(loader::add);
                compiler.forget();
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
        return locked(runner::variables);
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
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
