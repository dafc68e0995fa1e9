package dev.moka.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine must do beside running cells: stop, help, take libraries.
abstract class EngineBehaviour extends EngineContract {
    private static ApiClasses api = unpack();

    private final ExecutorService cellThread = Executors.newSingleThreadExecutor();
    private final CountDownLatch runs = new CountDownLatch(1);
    private Engine engine = open();

    Engine engine() {
        return engine;
    }

    private static ApiClasses unpack() {
        try {
            return ApiClasses.find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void unpackApi() {
        api = unpack();
    }

    @AfterAll
    static void deleteApi() throws IOException {
        api.close();
    }

    static Path api() {
        return api.location();
    }

    @Override
    abstract Engine open();

    @BeforeEach
    void signal() {
        engine.close();
        engine = open();
        System.getProperties().put("cell.runs", runs);
    }

    @AfterEach
    void close() {
        System.getProperties().remove("cell.runs");
        engine.close();
        cellThread.shutdownNow();
    }

    private Future<Evaluation> start(String code) throws InterruptedException {
        return start("", code);
    }

    /// Returns when the first part has run.
    private Future<Evaluation> start(String before, String code) throws InterruptedException {
        Future<Evaluation> running =
                cellThread.submit(() ->
                        engine.evaluate(
                                new Source(
                                        "In[1]",
                                        """
                                        %s
                                        ((java.util.concurrent.CountDownLatch) System.getProperties().get("cell.runs")).countDown();
                                        %s
                                        """
                                                .formatted(before, code))));
        assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
        return running;
    }

    private Thread firstThread() {
        return (Thread) Objects.requireNonNull(engine.variables().getFirst().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (int i = 0; ; i++) { i = i % 7; }",
                "do { } while (true);",
                "int f(int n) { return n <= 1 ? n : f(n - 1) + f(n - 2); } f(80);",
                "Thread.sleep(600_000);",
                "synchronized (engineLock()) { engineLock().wait(); } Object engineLock() { return"
                        + " String.class; }",
                "while (true) { try { Thread.sleep(5); } catch (InterruptedException e) { } }",
                "while (true) { try { while (true) {} } catch (Throwable t) { } }",
                "new java.util.concurrent.CompletableFuture<String>().get();",
                "java.util.stream.IntStream.range(0, Integer.MAX_VALUE).parallel().map(n -> { while"
                        + " (n >= 0) {} return n; }).sum();",
                "class Busy { static int spin() { while (true) {} } } Busy.spin();",
                "new java.util.Scanner(new java.io.PipedInputStream(new"
                        + " java.io.PipedOutputStream())).nextLine();",
                "java.util.List.of(1).forEach(n -> { while (true) {} });"
            })
    void anInterruptStopsTheCellAndTheNextOneRuns(String code) throws Exception {
        Future<Evaluation> running = start(code);
        engine.interrupt();
        assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOf(Evaluation.Interrupted.class);
        Future<Evaluation> next =
                cellThread.submit(() -> engine.evaluate(new Source("In[2]", "1 + 1")));
        assertThat(next.get(30, TimeUnit.SECONDS))
                .isEqualTo(new Evaluation.Value(2, "int", List.of()));
    }

    @Test
    void anInterruptIsQuick() throws Exception {
        Future<Evaluation> running = start("while (true) {}");
        long before = System.nanoTime();
        engine.interrupt();
        running.get(20, TimeUnit.SECONDS);
        // Some milliseconds in fact; the bound leaves room for a busy machine.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void threadsOfAnInterruptedCellEndToo() throws Exception {
        Future<Evaluation> running =
                start(
                        "Thread helper = new Thread(() -> { while (true) {} }); helper.start();",
                        "while (true) {}");
        engine.interrupt();
        running.get(20, TimeUnit.SECONDS);
        Thread helper = firstThread();
        assertThat(helper.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void threadsOfEarlierCellsGoOn() throws Exception {
        engine.evaluate(
                new Source(
                        "In[1]",
                        """
                        Thread server = new Thread(() -> { while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); } });
                        server.setDaemon(true);
                        server.start();
                        """));
        Future<Evaluation> running = start("while (true) {}");
        engine.interrupt();
        running.get(20, TimeUnit.SECONDS);
        Thread server = firstThread();
        assertThat(server.isAlive()).isTrue();
        server.interrupt();
        assertThat(server.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void anInterruptBetweenCellsDoesNothing() {
        engine.interrupt();
        assertThat(engine.evaluate(new Source("In[1]", "1 + 1")))
                .isInstanceOf(Evaluation.Value.class);
    }

    @Test
    void helpComesWhileACellRuns() throws Exception {
        Future<Evaluation> running = start("while (true) {}");
        assertThat(engine.complete("\"abc\".toUp", 10).items())
                .anySatisfy(item -> assertThat(item.text()).startsWith("toUpperCase"));
        assertThat(engine.inspect("Math.max(", 9, false)).isNotEmpty();
        engine.interrupt();
        running.get(20, TimeUnit.SECONDS);
    }

    @Test
    void valuesOfExpressionsLeaveNoVariables() {
        engine.evaluate(new Source("In[1]", "int kept = 1; 2; 3; 4"));
        assertThat(engine.variables()).extracting(Engine.Variable::name).containsExactly("kept");
    }

    @Test
    void variablesHaveTheirValues() {
        engine.evaluate(
                new Source("In[1]", "int n = 3; String s = \"x\"; var l = java.util.List.of(1);"));
        assertThat(engine.variables())
                .extracting(Engine.Variable::name, Engine.Variable::type, Engine.Variable::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("n", "int", 3),
                        org.assertj.core.groups.Tuple.tuple("s", "String", "x"));
    }

    @Test
    void aJarIsVisibleFromTheNextStatementOn() throws Exception {
        var jar =
                java.nio.file.Path.of(
                        org.knowm.xchart.XYChart.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        assertThat(engine.evaluate(new Source("In[1]", "org.knowm.xchart.XYChart c;")))
                .isInstanceOf(Evaluation.Rejected.class);
        engine.addClasspath(List.of(jar));
        assertThat(engine.classpath()).containsExactly(jar);
        assertThat(
                        engine.evaluate(
                                new Source(
                                        "In[2]",
                                        "new org.knowm.xchart.XYChartBuilder().title(\"t\").build().getTitle()")))
                .isEqualTo(new Evaluation.Value("t", "String", List.of()));
        assertThat(engine.complete("new org.knowm.xchart.XYChartBui", 31).items())
                .anySatisfy(item -> assertThat(item.text()).startsWith("XYChartBuilder"));
        assertThat(engine.complete("org.knowm.xch", 13).items())
                .anySatisfy(item -> assertThat(item.text()).isEqualTo("xchart"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.List.of(\"a\").forEach(word -> word.toUp",
                "for (String each : new String[] {\"a\"}) { each.toUp",
                "int f(String given) { return given.toUp",
                "kept.toUp",
                "class C { String mine; int g() { return mine.toUp",
                "String.valueOf(1).strip().toUp",
                "(1 > 2 ? \"a\" : kept).toUp"
            })
    void completionKnowsTheTypeBeforeTheDot(String code) {
        engine.evaluate(new Source("In[1]", "String kept = \"k\";"));
        assertThat(engine.complete(code, code.length()).items())
                .anySatisfy(item -> assertThat(item.text()).startsWith("toUpperCase("));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int f(int parameter) { return para",
                "java.util.function.IntUnaryOperator g = parameter -> para",
                "int other = para"
            })
    void completionKnowsTheNamesInScope(String code) {
        engine.evaluate(new Source("In[1]", "int parametric = 1; int parameter = 2;"));
        assertThat(engine.complete(code, code.length()).items())
                .anySatisfy(item -> assertThat(item.text()).isEqualTo("parameter"));
    }

    @Test
    void helpLeavesNoTrace() {
        engine.evaluate(new Source("In[1]", "int kept = 1;"));
        engine.complete("int fresh = 2; fre", 18);
        engine.inspect("String kept = \"x\"; kept", 23, false);
        assertThat(engine.evaluate(new Source("In[2]", "kept + 1")))
                .isEqualTo(new Evaluation.Value(2, "int", List.of()));
        assertThat(engine.variables()).extracting(Engine.Variable::name).containsExactly("kept");
    }

    @Test
    void whatAThreadPrintsLaterIsInTermsOfTheCell() throws Exception {
        engine.evaluate(
                new Source(
                        "In[7]",
                        """
                        var trace = new java.util.concurrent.CompletableFuture<String>();
                        Thread later = new Thread(() -> {
                            var text = new java.io.StringWriter();
                            new IllegalStateException("x").printStackTrace(new java.io.PrintWriter(text));
                            trace.complete(text.toString());
                        });
                        later.start();
                        """));
        var value =
                (java.util.concurrent.CompletableFuture<?>)
                        Objects.requireNonNull(engine.variables().getFirst().value());
        assertThat(String.valueOf(value.get(20, TimeUnit.SECONDS))).contains("(In[7]:4)");
    }
}
