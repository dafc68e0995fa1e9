package dev.moka.kernel.engine;

import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What compiles and runs Java, and remembers what it declared. One {@link #evaluate} runs at a
/// time, on the caller's thread; everything else may be called from other threads meanwhile and
/// answers.
public interface Engine extends AutoCloseable {
    /// Runs the code to its end or its first failing statement.
    Evaluation evaluate(Source source);

    /// Runs a whole cell, which may evaluate several pieces of code and run magics between them, so
    /// that {@link #interrupt} stops all of it.
    ///
    /// @param interrupted whether it was to stop before it began
    <T> T asOneRun(BooleanSupplier interrupted, Supplier<T> cell);

    /// Runs an action of the kernel that may call user code, for example a value's `toString`, as
    /// if it were part of a cell: {@link #interrupt} stops it.
    ///
    /// @throws InterruptedException when it was interrupted
    <T extends @Nullable Object> T guard(Callable<T> action) throws Exception;

    /// Proposes how the code could go on at the cursor.
    Completions complete(String code, int cursor);

    /// Describes what stands at the cursor, the best match first.
    ///
    /// @param javadoc whether to look for documentation, which is slower
    List<Description> inspect(String code, int cursor, boolean javadoc);

    /// Whether the code could be run as it is.
    Completeness completeness(String code);

    /// Stops the evaluation that runs, if one does. Returns at once.
    void interrupt();

    /// Makes the classes of jars and folders visible from the next statement on.
    void addClasspath(List<Path> entries);

    /// What {@link #addClasspath} added so far, in order.
    List<Path> classpath();

    /// The variables that cells declared, with their values.
    List<Variable> variables();

    /// The loader of the user's classes.
    ClassLoader classLoader();

    /// Puts a throwable of user code in the user's terms: frames of the engine go, lines become
    /// lines of cells.
    void localize(Throwable thrown);

    /// Whether a throwable is what unwinds interrupted code.
    boolean isStop(Throwable thrown);

    @Override
    void close();

    /// A variable that a cell declared.
    ///
    /// @param type as declared or inferred, in source form
    record Variable(String name, String type, @Nullable Object value) {}

    /// A program element as a person reads it.
    ///
    /// @param documentation the text of its doc comment, when there are sources
    record Description(String signature, Optional<String> documentation) {}
}
