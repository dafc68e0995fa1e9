package dev.moka.kernel.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the kernel does for {@link Notebook}. Cells have no reason to use it.
public interface NotebookHost {
    /// Shows a value.
    void display(@Nullable Object value, List<String> mimeTypes, @Nullable String displayId);

    /// Changes what was shown under an id.
    void update(String displayId, @Nullable Object value, List<String> mimeTypes);

    /// How a value looks.
    DisplayData render(@Nullable Object value, List<String> mimeTypes);

    /// Registers how the values of a type look.
    <T> void register(Class<T> type, Renderer<? super T> renderer);

    /// Clears the cell's output.
    void clear(boolean atNextOutput);

    /// Asks the person at the front end.
    String input(String prompt, boolean secret);

    /// The value of an earlier cell; the newest for 0.
    @Nullable Object out(int executionCount);

    /// Runs a line magic.
    void lineMagic(String name, String arguments);

    /// Runs a cell magic.
    void cellMagic(String name, String arguments, String body);
}
