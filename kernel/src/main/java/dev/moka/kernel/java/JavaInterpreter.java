package dev.moka.kernel.java;

import dev.moka.kernel.display.PlainText;
import dev.moka.kernel.display.Renderers;
import dev.moka.kernel.engine.ApiClasses;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Console;
import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.kernel.magics.Libraries;
import dev.moka.kernel.magics.MagicTable;
import dev.moka.kernel.magics.PackageStore;
import dev.moka.packages.maven.MavenSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// Java in a notebook: magics and Java in one cell, values that show themselves, errors in terms of
/// the cell.
public final class JavaInterpreter implements Interpreter {
    private final ApiClasses api;
    private final Engine engine;
    private final PackageStore packages;
    private final CellRun.Shared notebook;
    private final CellTimeout timeout;
    private final Startup startup;
    private final MagicAssist magicAssist;

    /// Starts the engine. The startup scripts run before the first cell.
    ///
    /// @param console whom `input(prompt)` asks
    public JavaInterpreter(KernelSettings settings, Console console) {
        ProcessSetup.prepare();
        try {
            api = ApiClasses.find();
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel's public API can't be unpacked", e);
        }
        engine = Engines.open(settings, api.location());
        engine.evaluate(new Source("imports", DefaultImports.CODE));
        ProcessSetup.reportUncaught(engine);
        packages =
                new PackageStore(
                        new MavenSettings(
                                settings.localRepository(),
                                settings.mavenSettings(),
                                settings.offline()));
        notebook =
                new CellRun.Shared(
                        engine,
                        new Renderers(),
                        new OutValues(),
                        new Tracebacks(),
                        new MagicTable(),
                        new Libraries(engine, packages, ProcessSetup::warmGraphics),
                        new NotebookSession.State(settings.workingFolder(), settings.environment()),
                        console);
        timeout = new CellTimeout(settings.timeout(), engine::interrupt);
        startup = new Startup(settings);
        magicAssist = new MagicAssist(notebook.magics(), notebook.state()::folder);
    }

    @Override
    public Outcome execute(String code, Cell cell) {
        CellRun run = new CellRun(notebook, cell);
        startup.once(run, engine);
        Source source = new Source("In[%d]".formatted(cell.executionCount()), code);
        return engine.asOneRun(cell::interrupted, () -> timeout.within(() -> run.run(source)));
    }

    @Override
    public Outcome evaluate(String expression) {
        Evaluation evaluation = engine.evaluate(new Source("expression", expression));
        return switch (evaluation) {
            case Evaluation.Value value -> text(value);
            case Evaluation.Done _ -> new Outcome.Done();
            case Evaluation.Interrupted _ -> new Outcome.Interrupted();
            case Evaluation.Rejected rejected ->
                    notebook.tracebacks().compileErrors("expression", rejected.errors());
            case Evaluation.Threw threw -> notebook.tracebacks().thrown(threw.thrown());
        };
    }

    private Outcome text(Evaluation.Value value) {
        try {
            return new Outcome.Value(
                    MimeBundle.text(engine.guard(() -> PlainText.of(value.value()))));
        } catch (InterruptedException _) {
            return new Outcome.Interrupted();
        } catch (Exception | Error e) {
            return notebook.tracebacks().thrown(e);
        }
    }

    @Override
    public Completions complete(String code, int cursor) {
        return magicAssist
                .complete(code, cursor)
                .orElseGet(() -> engine.complete(magicAssist.blank(code), cursor));
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        Optional<MimeBundle> magic = magicAssist.inspect(code, cursor);
        return magic.isPresent()
                ? magic
                : Descriptions.bundle(
                        engine.inspect(magicAssist.blank(code), cursor, true), detailLevel);
    }

    @Override
    public Completeness completeness(String code) {
        return magicAssist.isCellMagic(code)
                ? new Completeness.Complete()
                : engine.completeness(magicAssist.blank(code));
    }

    @Override
    public void interrupt() {
        engine.interrupt();
    }

    @Override
    public Map<String, String> languageInfo() {
        return Map.of(
                "name", "java",
                "version", Runtime.version().toString(),
                "mimetype", "text/x-java",
                "file_extension", ".jshell",
                "pygments_lexer", "java",
                "codemirror_mode", "java",
                "nbconvert_exporter", "script");
    }

    @Override
    public String banner() {
        return "Moka: Java %s (%s)%n%%lsmagic lists the commands that are not Java."
                .formatted(Runtime.version(), System.getProperty("java.vm.name", ""));
    }

    @Override
    public Map<String, String> helpLinks() {
        int version = Runtime.version().feature();
        return Map.of(
                "Java %d API".formatted(version),
                "https://docs.oracle.com/en/java/javase/%d/docs/api/".formatted(version),
                "Tablesaw",
                "https://jtablesaw.github.io/tablesaw/userguide/toc.html",
                "XChart",
                "https://knowm.org/open-source/xchart/");
    }

    /// The variables that cells declared, for an inspector.
    public java.util.List<Engine.Variable> variables() {
        return engine.variables();
    }

    @Override
    public void close() {
        timeout.close();
        engine.close();
        packages.close();
        try {
            api.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
