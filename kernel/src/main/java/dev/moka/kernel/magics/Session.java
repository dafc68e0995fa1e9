package dev.moka.kernel.magics;

import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.nio.file.Path;
import java.util.Map;

/// What a magic has to work with: the running cell and the notebook's state.
public interface Session {
    /// The cell that the magic stands in.
    Cell cell();

    /// Compiles and runs Java.
    Engine engine();

    /// The notebook's libraries.
    Libraries libraries();

    /// Runs a piece of a notebook, magics included.
    Outcome run(Source source);

    /// The table that magics are looked up in.
    MagicTable magics();

    /// Where relative paths in magics start.
    Path folder();

    /// Changes {@link #folder}.
    void changeFolder(Path folder);

    /// The environment of programs that magics start.
    Map<String, String> environment();

    /// Changes one variable of {@link #environment}.
    void changeEnvironment(String name, String value);

    /// Resolves a path of the person's: `~` is their home, the rest starts in {@link #folder}.
    default Path resolve(String path) {
        String home = System.getProperty("user.home", "");
        return path.equals("~") || path.startsWith("~/")
                ? Path.of(home + path.substring(1))
                : folder().resolve(path).normalize();
    }
}
