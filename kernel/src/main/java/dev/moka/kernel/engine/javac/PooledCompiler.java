package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTaskPool;
import dev.moka.kernel.engine.CompileError;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A compiler that stays warm from one compilation to the next. After a failure of its own it
/// starts afresh.
final class PooledCompiler {
    private static final List<String> OPTIONS =
            List.of(
                    "-proc:none",
                    "-Xlint:none",
                    "-g",
                    "-parameters",
                    "-implicit:none",
                    "--should-stop=ifError=FLOW");

    private final CellFiles files;
    private final List<String> options;
    private JavacTaskPool pool = new JavacTaskPool(1);

    /// @param own compiler options of the person's
    PooledCompiler(CellFiles files, List<String> own) {
        this.files = files;
        this.options = new ArrayList<>(OPTIONS);
        for (String option : own) {
            // The pool can't change the platform's classes, which is what --release does beside.
            options.add(option.equals("--release") ? "--source" : option);
        }
    }

    /// Runs one compilation.
    ///
    /// @throws CompilerFailure when the compiler itself fails
    <T> T run(UnitFile file, Problems problems, Function<JavacTaskImpl, T> work) {
        try {
            return pool.getTask(
                    Writer.nullWriter(),
                    files,
                    problems,
                    options,
                    null,
                    List.of(file),
                    task -> work.apply((JavacTaskImpl) task));
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            forget();
            throw new CompilerFailure(e);
        } finally {
            files.takeWritten();
        }
    }

    /// Forgets all classes that the compiler knows, as the class path has changed.
    void forget() {
        pool = new JavacTaskPool(1);
    }

    /// The compiler failed where it should not.
    static final class CompilerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        CompilerFailure(Throwable cause) {
            super(cause);
        }

        CompileError error(String code) {
            Throwable root = this;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return CompileError.at(
                    code,
                    0,
                    1,
                    "the Java compiler failed (%s); nothing of this cell ran, the others go on"
                            .formatted(root));
        }
    }
}
