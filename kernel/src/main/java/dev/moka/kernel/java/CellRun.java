package dev.moka.kernel.java;

import dev.moka.kernel.api.Notebook;
import dev.moka.kernel.display.Bundles;
import dev.moka.kernel.display.Renderers;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Console;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.magics.CellScript;
import dev.moka.kernel.magics.CellScript.Part;
import dev.moka.kernel.magics.Libraries;
import dev.moka.kernel.magics.Magic;
import dev.moka.kernel.magics.MagicException;
import dev.moka.kernel.magics.MagicTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The run of one cell: its Java and its magics, in order, until one fails.
final class CellRun {
    private final Shared notebook;
    private final Cell cell;
    private final CellHost host;
    private final NotebookSession session;

    /// What all cells of a notebook share.
    record Shared(
            Engine engine,
            Renderers renderers,
            OutValues values,
            Tracebacks tracebacks,
            MagicTable magics,
            Libraries libraries,
            NotebookSession.State state,
            Console console) {}

    CellRun(Shared notebook, Cell cell) {
        this.notebook = notebook;
        this.cell = cell;
        this.session =
                new NotebookSession(
                        cell,
                        notebook.engine(),
                        notebook.libraries(),
                        notebook.magics(),
                        notebook.state(),
                        this::run);
        this.host =
                new CellHost(
                        cell,
                        notebook.console(),
                        notebook.renderers(),
                        notebook.values(),
                        this::magic);
    }

    Outcome run(Source source) {
        Notebook.connect(host);
        notebook.tracebacks().remember(source.name(), source.code());
        CellScript script = CellScript.parse(source.code(), notebook.magics()::knows);
        Outcome outcome = new Outcome.Done();
        for (Part part : script.parts()) {
            outcome =
                    switch (part) {
                        case Part.Java java -> java(new Source(source.name(), java.code()));
                        case Part.LineMagic magic ->
                                magic(
                                        source,
                                        magic.line(),
                                        new Magic.Call(magic.name(), magic.arguments(), "", false));
                        case Part.CellMagic magic ->
                                magic(
                                        source,
                                        magic.line(),
                                        new Magic.Call(
                                                magic.name(),
                                                magic.arguments(),
                                                magic.body(),
                                                true));
                    };
            if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Interrupted) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome java(Source source) {
        Evaluation evaluation = notebook.engine().evaluate(source);
        evaluation.notes().forEach(note -> System.err.println("Note: " + note));
        return switch (evaluation) {
            case Evaluation.Value value -> show(value.value());
            case Evaluation.Done _ -> new Outcome.Done();
            case Evaluation.Interrupted _ -> new Outcome.Interrupted();
            case Evaluation.Rejected rejected ->
                    notebook.tracebacks().compileErrors(source.name(), rejected.errors());
            case Evaluation.Threw threw -> notebook.tracebacks().thrown(threw.thrown());
        };
    }

    /// Rendering calls user code (`toString`), so it can fail, and be interrupted, as the cell
    /// itself.
    private Outcome show(@Nullable Object value) {
        if (host.isDisplayId(value)) {
            return new Outcome.Done();
        }
        try {
            var data = notebook.engine().guard(() -> notebook.renderers().render(value));
            if (!cell.silent()) {
                notebook.values().put(cell.executionCount(), value);
            }
            return new Outcome.Value(Bundles.of(data));
        } catch (InterruptedException _) {
            return new Outcome.Interrupted();
        } catch (Exception | Error e) {
            notebook.engine().localize(e);
            return notebook.tracebacks().thrown(e);
        }
    }

    private Outcome magic(Magic.Call call) {
        return magic(new Source("In[%d]".formatted(cell.executionCount()), ""), 1, call);
    }

    private Outcome magic(Source source, int line, Magic.Call call) {
        try {
            return notebook.engine().guard(() -> notebook.magics().run(call, session));
        } catch (InterruptedException _) {
            return new Outcome.Interrupted();
        } catch (MagicException e) {
            String sign = call.wholeCell() ? "%%" : "%";
            String message = String.valueOf(e.getMessage());
            return new Outcome.Failed(
                    "MagicException",
                    message,
                    List.of(
                            "%s, line %d: %s%s: %s"
                                    .formatted(source.name(), line, sign, call.name(), message)));
        } catch (Exception | Error e) {
            notebook.engine().localize(e);
            return notebook.tracebacks().thrown(e);
        }
    }
}
