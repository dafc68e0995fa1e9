package dev.moka.kernel.java;

import dev.moka.kernel.api.DisplayData;
import dev.moka.kernel.api.NotebookHost;
import dev.moka.kernel.api.Renderer;
import dev.moka.kernel.display.Bundles;
import dev.moka.kernel.display.Renderers;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Console;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.magics.Magic;
import dev.moka.kernel.magics.MagicException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The public API's functions for the code of one cell.
final class CellHost implements NotebookHost {
    private final Cell cell;
    private final Console console;
    private final Renderers renderers;
    private final OutValues values;
    private final Function<Magic.Call, Outcome> magics;
    private final Set<String> displayIds = ConcurrentHashMap.newKeySet();

    CellHost(
            Cell cell,
            Console console,
            Renderers renderers,
            OutValues values,
            Function<Magic.Call, Outcome> magics) {
        this.cell = cell;
        this.console = console;
        this.renderers = renderers;
        this.values = values;
        this.magics = magics;
    }

    /// Whether a cell's value is only the id that `display` returned, which nobody wants to read.
    boolean isDisplayId(@Nullable Object value) {
        return value instanceof String id && displayIds.contains(id);
    }

    @Override
    public void display(
            @Nullable Object value, List<String> mimeTypes, @Nullable String displayId) {
        if (displayId != null) {
            displayIds.add(displayId);
        }
        cell.display(Bundles.of(renderers.render(value, mimeTypes)), displayId);
    }

    @Override
    public void update(String displayId, @Nullable Object value, List<String> mimeTypes) {
        cell.update(Bundles.of(renderers.render(value, mimeTypes)), displayId);
    }

    @Override
    public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
        return renderers.render(value, mimeTypes);
    }

    @Override
    public <T> void register(Class<T> type, Renderer<? super T> renderer) {
        renderers.register(type, renderer);
    }

    @Override
    public void clear(boolean atNextOutput) {
        cell.clear(atNextOutput);
    }

    @Override
    public String input(String prompt, boolean secret) {
        try {
            return secret ? console.askSecret(prompt) : console.ask(prompt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Object out(int executionCount) {
        return values.get(executionCount);
    }

    @Override
    public void lineMagic(String name, String arguments) {
        call(new Magic.Call(name, arguments, "", false));
    }

    @Override
    public void cellMagic(String name, String arguments, String body) {
        call(new Magic.Call(name, arguments, body, true));
    }

    private void call(Magic.Call call) {
        if (magics.apply(call) instanceof Outcome.Failed failed) {
            throw new MagicException(failed.message());
        }
    }
}
