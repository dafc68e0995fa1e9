package dev.moka.kernel.magics;

import dev.moka.kernel.display.PlainText;
import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Magics about the notebook's Java: loading, timing, looking at variables.
final class CodeMagics {
    private static final int PREVIEW = 80;

    static final List<Magic> TABLE =
            List.of(
                    new Magic(
                            "load",
                            Magic.Kind.LINE,
                            "%load FILE",
                            "Runs a file of Java code (.java, .jsh, .jshell) or the code cells of a"
                                    + " notebook (.ipynb).",
                            CodeMagics::load),
                    new Magic(
                            "time",
                            Magic.Kind.BOTH,
                            "%time CODE, or %%time with code below",
                            "Runs code and tells how long it took, and what it allocated.",
                            CodeMagics::time),
                    new Magic(
                            "who",
                            Magic.Kind.LINE,
                            "%who [TYPE]",
                            "Lists the names of variables.",
                            CodeMagics::who),
                    new Magic(
                            "whos",
                            Magic.Kind.LINE,
                            "%whos [TYPE]",
                            "Lists variables with their types and values.",
                            CodeMagics::whos));

    private CodeMagics() {}

    private static Outcome load(Magic.Call call, Session session) throws IOException {
        if (call.words().size() != 1) {
            throw new MagicException("write %load FILE");
        }
        Path file = session.resolve(call.words().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new MagicException("there is no file " + file);
        }
        Outcome outcome = new Outcome.Done();
        try {
            for (Source source : SourceFiles.read(file)) {
                outcome = session.run(source);
                if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Interrupted) {
                    return outcome;
                }
            }
        } catch (MalformedInputException e) {
            throw new MagicException("%s is not text in UTF-8".formatted(file), e);
        }
        return outcome instanceof Outcome.Value && file.toString().endsWith(".ipynb")
                ? new Outcome.Done()
                : outcome;
    }

    private static Outcome time(Magic.Call call, Session session) {
        String code = call.wholeCell() ? "\n" + call.body() : call.arguments();
        if (code.isBlank()) {
            throw new MagicException("%time needs code to run");
        }
        String name = "In[%d]".formatted(session.cell().executionCount());
        Stopwatch watch = Stopwatch.start();
        Outcome outcome = session.run(new Source(name, code));
        System.out.println(watch.stop());
        return outcome;
    }

    private static Outcome who(Magic.Call call, Session session) {
        System.out.println(
                session.engine().variables().stream()
                        .filter(ofType(call))
                        .map(Engine.Variable::name)
                        .collect(Collectors.joining("  ")));
        return new Outcome.Done();
    }

    private static Outcome whos(Magic.Call call, Session session) {
        List<Engine.Variable> variables =
                session.engine().variables().stream().filter(ofType(call)).toList();
        int names = variables.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        int types = variables.stream().mapToInt(each -> each.type().length()).max().orElse(0);
        for (Engine.Variable each : variables) {
            String value = PlainText.of(each.value()).lines().findFirst().orElse("");
            String shown = value.length() <= PREVIEW ? value : value.substring(0, PREVIEW) + "…";
            System.out.printf(
                    "%-" + Math.max(1, names) + "s  %-" + Math.max(1, types) + "s  %s%n",
                    each.name(),
                    each.type(),
                    shown);
        }
        return new Outcome.Done();
    }

    private static Predicate<Engine.Variable> ofType(Magic.Call call) {
        return variable ->
                call.arguments().isEmpty()
                        || variable.type()
                                .replaceAll("<.*>", "")
                                .matches("(.*\\.)?\\Q" + call.arguments() + "\\E");
    }
}
