package dev.moka.kernel.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The functions that every cell can call without an import: show values, update them, ask for
/// input, run magics. They have IJava's names.
public final class Notebook {
    private static final InheritableThreadLocal<@Nullable NotebookHost> HOST =
            new InheritableThreadLocal<>();
    private static volatile @Nullable NotebookHost newest;

    private Notebook() {}

    /// Shows a value below the cell and returns the id under which {@link #updateDisplay} can
    /// change it.
    public static String display(@Nullable Object value) {
        return display(value, new String[0]);
    }

    /// Shows a value in the given MIME types only; text is shown as that type:
    /// `display("<b>hi</b>", "text/html")`.
    public static String display(@Nullable Object value, String... mimeTypes) {
        String id = UUID.randomUUID().toString();
        host().display(value, List.of(mimeTypes), id);
        return id;
    }

    /// Changes what was shown under an id, in every place where it is shown.
    public static void updateDisplay(String id, @Nullable Object value, String... mimeTypes) {
        host().update(id, value, List.of(mimeTypes));
    }

    /// How a value would be shown.
    public static DisplayData render(@Nullable Object value, String... mimeTypes) {
        return host().render(value, List.of(mimeTypes));
    }

    /// Says how the values of a type look from now on: `registerRenderer(Money.class, m ->
    /// DisplayData.html(...))`.
    public static <T> void registerRenderer(Class<T> type, Renderer<? super T> renderer) {
        host().register(type, renderer);
    }

    /// Clears the cell's output at once.
    public static void clearOutput() {
        host().clear(false);
    }

    /// Clears the cell's output when the next output comes, which avoids flicker.
    public static void clearOutputAtNext() {
        host().clear(true);
    }

    /// Asks the person at the front end for a line of text.
    public static String input(String prompt) {
        return host().input(prompt, false);
    }

    /// Asks for a line of text that is not shown while it is typed.
    public static String password(String prompt) {
        return host().input(prompt, true);
    }

    /// The value of the newest cell that had one.
    public static @Nullable Object out() {
        return host().out(0);
    }

    /// The value of cell `Out [n]`, when the kernel still keeps it.
    public static @Nullable Object out(int executionCount) {
        return host().out(executionCount);
    }

    /// Runs a line magic, for example `lineMagic("maven", "org.example:thing:1.0")`.
    public static void lineMagic(String name, String arguments) {
        host().lineMagic(name, arguments);
    }

    /// Runs a cell magic.
    public static void cellMagic(String name, String arguments, String body) {
        host().cellMagic(name, arguments, body);
    }

    /// Connects the calling thread, and the threads that it starts, to a kernel. The kernel calls
    /// this for each cell.
    public static void connect(NotebookHost host) {
        HOST.set(host);
        newest = host;
    }

    private static NotebookHost host() {
        NotebookHost mine = HOST.get();
        if (mine == null) {
            mine = newest;
        }
        if (mine == null) {
            throw new IllegalStateException("this function works only in a notebook cell");
        }
        return mine;
    }
}
