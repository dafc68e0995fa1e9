package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CellLoader;
import dev.moka.kernel.engine.Engine.Description;
import dev.moka.kernel.engine.Packages;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Help at the cursor.
final class Assistant {
    private final PooledCompiler compiler;

    Assistant(PooledCompiler compiler, Internals internals, CellFiles files, CellLoader loader, Packages packages, Supplier<List<Path>> classpath) {
        this.compiler = compiler;
    }

    Completions complete(Session session, String code, int cursor) {
        return new Completions(List.of(), cursor, cursor);
    }

    List<Description> inspect(Session session, String code, int cursor, boolean javadoc) {
        return List.of();
    }

    Completeness completeness(String code) {
        return new Completeness.Complete();
    }
}
