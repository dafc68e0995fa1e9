package dev.moka.kernel.java;

import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.magics.Libraries;
import dev.moka.kernel.magics.MagicTable;
import dev.moka.kernel.magics.Session;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/// What magics work with, for one cell.
///
/// @param state outlives the cell
/// @param runner runs a piece of a notebook as part of the cell
record NotebookSession(
        Cell cell,
        Engine engine,
        Libraries libraries,
        MagicTable magics,
        State state,
        Function<Source, Outcome> runner)
        implements Session {
    /// What magics can change for later cells.
    static final class State {
        private volatile Path folder;
        private final Map<String, String> environment;

        State(Path folder, Map<String, String> environment) {
            this.folder = folder;
            this.environment = new java.util.concurrent.ConcurrentHashMap<>(environment);
        }

        Path folder() {
            return folder;
        }
    }

    @Override
    public Outcome run(Source source) {
        return runner.apply(source);
    }

    @Override
    public Path folder() {
        return state.folder;
    }

    @Override
    public void changeFolder(Path folder) {
        state.folder = folder;
    }

    @Override
    public Map<String, String> environment() {
        return Map.copyOf(state.environment);
    }

    @Override
    public void changeEnvironment(String name, String value) {
        state.environment.put(name, value);
    }
}
