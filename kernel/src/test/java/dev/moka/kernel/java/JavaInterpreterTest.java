package dev.moka.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.interpreter.MimeBundle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaInterpreterTest {
    @TempDir Path folder;

    private final PrintStream before = System.out;
    private final PrintStream beforeErr = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private JavaInterpreter interpreter =
            new JavaInterpreter(settings(Map.of()), new NobodyAtTheConsole());
    private RecordedCell cell = new RecordedCell(1);

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void close() {
        System.setOut(before);
        System.setErr(beforeErr);
        interpreter.close();
    }

    private static KernelSettings settings(Map<String, String> environment) {
        return KernelSettings.fromEnvironment(environment);
    }

    private Outcome run(String code) {
        cell = new RecordedCell(cell.executionCount() + 1);
        return interpreter.execute(code, cell);
    }

    private String value(String code) {
        Outcome outcome = run(code);
        assertThat(outcome).isInstanceOf(Outcome.Value.class);
        return Objects.toString(((Outcome.Value) outcome).result().data().get("text/plain"));
    }

    private Outcome.Failed failure(String code) {
        Outcome outcome = run(code);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    private static String plain(Outcome.Failed failed) {
        return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTheValueOfTheLastExpression() {
        assertThat(run("1 + 1")).isEqualTo(new Outcome.Value(MimeBundle.text("2")));
        assertThat(run("int x = 1;")).isEqualTo(new Outcome.Done());
    }

    @Test
    void hasTheUsualImports() {
        assertThat(
                        value(
                                """
                                List.of(new BigDecimal("1"), Path.of("x"), Pattern.compile("y"), URI.create("z"), new StringReader("")).size()
                                        + Stream.of(1).map(Function.identity()).toList().size() + TimeUnit.values().length
                                """))
                .isEqualTo("13");
    }

    @Test
    void anErrorQuotesTheLineAndHidesTheEngine() {
        run("int divide(int a, int b) {\n    return a / b;\n}");
        Outcome.Failed failed = failure("int a = 1;\ndivide(a, 0)");
        assertThat(failed.name()).isEqualTo("java.lang.ArithmeticException");
        assertThat(failed.message()).isEqualTo("/ by zero");
        assertThat(plain(failed))
                .isEqualTo(
                        """
                        java.lang.ArithmeticException: / by zero
                            2 |     return a / b;
                            at divide (cell In[2], line 2)
                            at cell In[3], line 2\
                        """);
    }

    @Test
    void aCauseIsShownWithItsLine() {
        Outcome.Failed failed =
                failure(
                        """
                        class NoCoffee extends RuntimeException { NoCoffee(Throwable t) { super("empty", t); } }
                        throw new NoCoffee(
                            new IOException("pot"));
                        """);
        assertThat(failed.name()).isEqualTo("NoCoffee");
        assertThat(plain(failed)).contains("Caused by: java.io.IOException: pot\n    2 |");
    }

    @Test
    void aCompileErrorPointsAtItsPlace() {
        Outcome.Failed failed = failure("int a = 1;\nString text = a;");
        assertThat(failed.name()).isEqualTo("CompilationException");
        assertThat(failed.message())
                .isEqualTo("In[2], line 2: incompatible types: int cannot be converted to String");
        assertThat(plain(failed)).contains("    String text = a;\n                  ^");
    }

    @Test
    void aRecursionWithoutEndIsShort() {
        Outcome.Failed failed = failure("int f(int n) { return f(n) + 1; }\nf(1)");
        assertThat(failed.name()).isEqualTo("java.lang.StackOverflowError");
        assertThat(failed.traceback()).hasSizeLessThan(8);
    }

    @Test
    void earlierValuesAreKept() {
        assertThat(value("\"first\"")).isEqualTo("first");
        assertThat(value("out()")).isEqualTo("first");
        assertThat(value("out(2)")).isEqualTo("first");
        assertThat(failure("out(77)").message()).contains("Out[77] is not kept");
    }

    @Test
    void displaysAndUpdates() {
        assertThat(run("display(\"<b>x</b>\", \"text/html\")")).isEqualTo(new Outcome.Done());
        assertThat(cell.shown.getFirst().bundle().data())
                .isEqualTo(Map.of("text/html", "<b>x</b>"));
        run("String id = display(1); updateDisplay(id, 2); clearOutput();");
        assertThat(cell.updated.getFirst().bundle().data()).containsEntry("text/plain", "2");
        assertThat(cell.shown).isEmpty();
    }

    @Test
    void asksThePerson() {
        assertThat(value("input(\"name? \") + \"/\" + password(\"pin? \")"))
                .isEqualTo("typed for name? /secret for pin? ");
    }

    @Test
    void rendersTheCellsOwnTypes() {
        run(
                "record Money(int cents) implements Displayable { public DisplayData render() {"
                        + " return DisplayData.html(\"<b>\" + cents); } }");
        assertThat(((Outcome.Value) run("new Money(5)")).result().data())
                .containsEntry("text/html", "<b>5")
                .containsEntry("text/plain", "Money[cents=5]");
    }

    @Test
    void aToStringThatLoopsCanBeInterrupted() throws Exception {
        Thread stopper =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!"true".equals(System.getProperty("endless.runs"))) {
                                Thread.onSpinWait();
                            }
                            interpreter.interrupt();
                        });
        run(
                "class Endless { public String toString() { System.setProperty(\"endless.runs\","
                        + " \"true\"); while (true) {} } }");
        assertThat(run("new Endless()")).isEqualTo(new Outcome.Interrupted());
        stopper.join();
        System.clearProperty("endless.runs");
    }

    @Test
    void aTimeoutEndsTheCell() {
        interpreter.close();
        interpreter =
                new JavaInterpreter(
                        settings(Map.of("IJAVA_TIMEOUT", "300")), new NobodyAtTheConsole());
        Outcome.Failed failed = failure("while (true) {}");
        assertThat(failed.message()).contains("300 ms");
    }

    @Test
    void startupScriptsRunFirst() throws Exception {
        Path script = Files.writeString(folder.resolve("a.jsh"), "int fromFile = 20;");
        interpreter.close();
        interpreter =
                new JavaInterpreter(
                        settings(
                                Map.of(
                                        "IJAVA_STARTUP_SCRIPTS_PATH",
                                        script.toString(),
                                        "IJAVA_STARTUP_SCRIPT",
                                        "int fromText = 22;")),
                        new NobodyAtTheConsole());
        assertThat(value("fromFile + fromText")).isEqualTo("42");
    }

    @Test
    void theClasspathOfTheEnvironmentIsTaken() {
        String jar =
                org.knowm.xchart.XYChart.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath();
        interpreter.close();
        interpreter =
                new JavaInterpreter(
                        settings(
                                Map.of("IJAVA_CLASSPATH", jar.replaceAll("[^/]*\\.jar$", "*.jar"))),
                        new NobodyAtTheConsole());
        assertThat(
                        value(
                                "import org.knowm.xchart.*; new"
                                        + " XYChartBuilder().title(\"t\").build().getTitle()"))
                .isEqualTo("t");
    }

    @Test
    void expressionsOfTheFrontEndLeaveNoTrace() {
        run("int n = 5;");
        assertThat(interpreter.evaluate("n + 1"))
                .isEqualTo(new Outcome.Value(MimeBundle.text("6")));
        assertThat(interpreter.evaluate("nope")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void anUnknownMagicIsAnsweredWithTheNearest() {
        Outcome.Failed failed = failure("int x = 1;\n%mavn a:b:1");
        assertThat(failed.message())
                .isEqualTo(
                        "there is no magic %mavn. Did you mean %maven? %lsmagic lists them all.");
        assertThat(plain(failed)).startsWith("In[2], line 2:");
    }

    @Test
    void magicsWork() throws Exception {
        assertThat(value("%time 6 * 7")).isEqualTo("42");
        assertThat(printed()).contains("Wall time:");
        run("%lsmagic");
        assertThat(printed()).contains("%maven").contains("%ivy").contains("%loadFromPOM");
        run("int counted = 3;\n%whos");
        assertThat(printed()).contains("counted").contains("int");
        run("%help maven");
        assertThat(printed()).contains("%maven GROUP:ARTIFACT");
        run("%cd " + folder);
        assertThat(run("%%sh\npwd; echo to-err >&2")).isEqualTo(new Outcome.Done());
        assertThat(printed()).contains(folder.toRealPath().toString()).contains("to-err");
        assertThat(failure("%sh exit 3").message()).contains("status 3");
        run("%env MOKA_TEST=yes\n%sh echo says $MOKA_TEST");
        assertThat(printed()).contains("says yes");
    }

    @Test
    void filesAreLoaded() throws Exception {
        Files.writeString(
                folder.resolve("tools.jsh"),
                "int loaded = 40;\nint more(int n) { return n + 2; }\n/exit\n");
        Files.writeString(
                folder.resolve("other.ipynb"),
                """
                {"cells": [{"cell_type": "markdown", "source": "no"},
                 {"cell_type": "code", "source": ["int a1 = 1;\\n", "a1"]}, {"cell_type": "code", "source": "int a2 = a1 + 1;"}]}
                """);
        Files.writeString(folder.resolve("bad.jsh"), "int ok = 1;\nint bad = ok / 0;\n");
        run("%cd " + folder);
        assertThat(value("%load tools.jsh\nmore(loaded)")).isEqualTo("42");
        assertThat(value("%load other.ipynb\na1 + a2")).isEqualTo("3");
        assertThat(plain(failure("%load bad.jsh"))).contains("at cell bad.jsh, line 2");
        assertThat(failure("%load missing.jsh").message()).contains("there is no file");
    }

    @Test
    void badCoordinatesAreExplained() {
        assertThat(failure("%maven tablesaw").message()).contains("is not a Maven coordinate");
        assertThat(failure("%maven").message()).contains("needs coordinates");
        assertThat(failure("%mavenRepo x ftp://y").message()).contains("must start with https://");
    }

    @Test
    void completesMagicsAndPaths() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        run("%cd " + folder);
        assertThat(interpreter.complete("%mav", 4).items())
                .extracting(Completion::text)
                .containsExactly("%maven", "%mavenRepo");
        assertThat(interpreter.complete("%load da", 8).items())
                .extracting(Completion::text)
                .containsExactly("data/");
        assertThat(interpreter.complete("%%ti", 4).items())
                .extracting(Completion::text)
                .containsExactly("%%time");
        assertThat(interpreter.inspect("%maven", 3, 0))
                .hasValueSatisfying(bundle ->
                        assertThat(String.valueOf(bundle.data().get("text/plain")))
                                .contains("GROUP:ARTIFACT"));
    }

    @Test
    void completesJavaWithKindsAndSignatures() {
        run("int counter = 1; String name = \"x\"; int twice(int n) { return 2 * n; }");
        assertThat(interpreter.complete("name.len", 8).items())
                .containsExactly(new Completion("length()", "function", "(): int"));
        assertThat(interpreter.complete("%who\ncoun", 9))
                .satisfies(found -> {
                    assertThat(found.start()).isEqualTo(5);
                    assertThat(found.items())
                            .contains(new Completion("counter", "instance", "int"));
                });
        assertThat(interpreter.complete("twi", 3).items())
                .contains(new Completion("twice(", "function", "(int): int"));
        assertThat(interpreter.complete("import java.uti", 15).items())
                .contains(new Completion("util", "module", ""));
        assertThat(interpreter.complete("var q = List.of(1);\nq.strea", 27).items())
                .extracting(Completion::text)
                .contains("stream()");
        assertThat(interpreter.complete("whil", 4).items())
                .contains(new Completion("while", "keyword", ""));
        assertThat(run("var after = counter + twice(2);\nafter"))
                .isEqualTo(new Outcome.Value(MimeBundle.text("5")));
    }

    @Test
    void inspectsJava() {
        run("int twice(int n) { return 2 * n; }");
        assertThat(interpreter.inspect("twice(1)", 2, 0))
                .hasValueSatisfying(bundle ->
                        assertThat(bundle.data()).containsEntry("text/plain", "int twice(int n)"));
        assertThat(interpreter.inspect("Math.max(1, 2)", 7, 0))
                .hasValueSatisfying(bundle ->
                        assertThat(String.valueOf(bundle.data().get("text/markdown")))
                                .contains("int Math.max(int a, int b)"));
        assertThat(interpreter.inspect("  ", 1, 0)).isEmpty();
    }

    @Test
    void knowsWhenCodeIsComplete() {
        assertThat(interpreter.completeness("1 + 1")).isEqualTo(new Completeness.Complete());
        assertThat(interpreter.completeness("if (true) {\n    foo("))
                .isEqualTo(new Completeness.Incomplete("        "));
        assertThat(interpreter.completeness("int x = ;")).isEqualTo(new Completeness.Invalid());
        assertThat(interpreter.completeness("%maven a:b:1\n1 +"))
                .isEqualTo(new Completeness.Incomplete(""));
        assertThat(interpreter.completeness("%%time\nfoo")).isEqualTo(new Completeness.Complete());
    }

    @Test
    void noteWhatCannotRunYet() {
        run("int early() { return late(); }");
        assertThat(printed())
                .contains(
                        "Note: method early() can't be used yet: it refers to method late(), which"
                                + " is not declared");
    }

    @Test
    void anExceptionInAThreadIsPrintedInTermsOfTheCell() {
        run(
                """
                Thread t = new Thread(() -> {
                    throw new IllegalStateException("alone");
                });
                t.start(); t.join();
                """);
        assertThat(printed()).contains("alone").contains("In[2]:2");
    }
}
