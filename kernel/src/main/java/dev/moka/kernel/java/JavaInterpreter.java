package dev.moka.kernel.java;

import dev.moka.kernel.display.Renderers;
import dev.moka.kernel.engine.ApiClasses;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.JShellEngine;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.interpreter.MimeBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// Java in a notebook.
public final class JavaInterpreter implements Interpreter {
    private final ApiClasses api;
    private final Engine engine;
    private final Renderers renderers = new Renderers();
    private final Tracebacks tracebacks = new Tracebacks();

    /// Starts the engine; runs no startup scripts yet.
    public JavaInterpreter(KernelSettings settings) {
        try {
            api = ApiClasses.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = new JShellEngine(api.location(), settings.compilerOptions());
        engine.evaluate(new Source("imports", DefaultImports.CODE));
    }

    @Override
    public Outcome execute(String code, Cell cell) {
        String name = "In[%d]".formatted(cell.executionCount());
        tracebacks.remember(name, code);
        Evaluation evaluation = engine.evaluate(new Source(name, code));
        evaluation.notes().forEach(System.err::println);
        return outcome(name, evaluation);
    }

    @Override
    public Outcome evaluate(String expression) {
        return outcome("expression", engine.evaluate(new Source("expression", expression)));
    }

    private Outcome outcome(String name, Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Value value -> new Outcome.Value(renderers.render(value.value()));
            case Evaluation.Done _ -> new Outcome.Done();
            case Evaluation.Interrupted _ -> new Outcome.Interrupted();
            case Evaluation.Rejected rejected -> tracebacks.compileErrors(name, rejected.errors());
            case Evaluation.Threw threw -> tracebacks.thrown(threw.thrown());
        };
    }

    @Override
    public Completions complete(String code, int cursor) {
        return engine.complete(code, cursor);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return engine.inspect(code, cursor, true).stream()
                .findFirst()
                .map(found ->
                        MimeBundle.text(
                                found.signature()
                                        + found.documentation()
                                                .map(doc -> "\n\n" + doc)
                                                .orElse("")));
    }

    @Override
    public Completeness completeness(String code) {
        return engine.completeness(code);
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
        return "Moka: Java %s (%s)%nType %%lsmagic for the commands that are not Java."
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

    @Override
    public void close() {
        engine.close();
        try {
            api.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
