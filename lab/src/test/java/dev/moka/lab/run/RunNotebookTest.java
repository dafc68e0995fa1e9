package dev.moka.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunNotebookTest {
    @TempDir Path folder;

    private record Ended(int code, String text) {}

    private Path notebook(String... cells) throws IOException {
        Path file = folder.resolve("a.ipynb");
        return Files.writeString(
                file,
                """
                {"cells": [%s], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """
                        .formatted(String.join(",", cells)));
    }

    private static String cell(String id, String source, String... tags) {
        String quoted = tags.length == 0 ? "" : "\"" + String.join("\",\"", tags) + "\"";
        return """
        {"cell_type": "code", "id": "%s", "metadata": {"tags": [%s]}, "source": "%s",
         "outputs": [], "execution_count": null}
        """
                .formatted(id, quoted, source.replace("\"", "\\\""));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.moka.lab.run.RunNotebook");
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        Process process = start(environment, arguments);
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output());
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    @Test
    void aNotebookIsRunAndItsOutputsAreWritten() throws Exception {
        Path file = notebook(cell("a", "System.out.println(\"hello\")"), cell("b", "6 * 7"));
        Ended ended = run(file.toString());
        assertThat(ended.text()).contains("[1/2] ✓").contains("[2/2] ✓");
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(file)).contains("hello").contains("\"42\"");
    }

    @Test
    void theFirstTutorialRunsFromAFreshKernelWithWhatIsInTheLocalMavenCache() throws Exception {
        Path tutorial = tutorials().resolve("01-ten-minutes-with-java.ipynb");
        // Fills the cache where the machine has not had Tablesaw and XChart yet.
        assertThat(run(tutorial.toString()).code()).as(output()).isZero();
        Files.copy(
                tutorialsOfTheRepository().resolve(tutorial.getFileName()),
                tutorial,
                StandardCopyOption.REPLACE_EXISTING);

        Ended ended = run(Map.of("MOKA_OFFLINE", "1"), tutorial.toString());

        assertThat(ended.text()).contains("[12/12] ✓").doesNotContain("✗");
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(tutorial))
                .contains("PASS: 344", "image/png", "text/html", "Torgersen");
    }

    private static Path tutorialsOfTheRepository() {
        return Path.of(System.getProperty("moka.root"), "notebooks");
    }

    private Path tutorials() throws IOException {
        Path from = tutorialsOfTheRepository();
        Path to = folder.resolve("notebooks");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    @Test
    void theFirstErrorEndsTheRunWithItsTraceback() throws Exception {
        Path file =
                notebook(
                        cell("a", "throw new Error(\"meant\");", "raises-exception"),
                        cell("b", "int z = 1 / 0;"),
                        cell("c", "System.out.println(\"never\")"));
        Path output = folder.resolve("b.ipynb");
        Ended ended = run(file.toString(), "--output", output.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("[2/3] ✗").contains("ArithmeticException");
        assertThat(Files.readString(output)).contains("meant").contains("/ by zero");
        assertThat(Files.readString(file)).doesNotContain("/ by zero");
    }

    @Test
    void parametersComeAfterTheCellThatIsTaggedSo() throws Exception {
        Path file =
                notebook(
                        cell("a", "var n = 1; var who = \"nobody\";", "parameters"),
                        cell("b", "System.out.println(who + (n + 1))"));
        Ended ended = run(file.toString(), "--parameters", "n=41,who=ann");
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(Files.readString(file)).contains("ann42").contains("injected-parameters");
    }

    @Test
    void aCellThatTakesTooLongIsStopped() throws Exception {
        Path file = notebook(cell("a", "System.out.println(\"on\"); while (true) { }"));
        Ended ended = run(file.toString(), "--timeout", "8");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.text()).contains("longer than the 8.0 s");
        assertThat(Files.readString(file)).contains("on\\n");
    }

    @Test
    void anInterruptKeepsWhatIsThere() throws Exception {
        Path file =
                notebook(
                        cell("a", "System.out.println(\"done\")"),
                        cell("b", "System.out.println(\"on\"); Thread.sleep(60_000);"));
        Process process = start(Map.of(), file.toString());
        Eventually.that("the second cell runs", () -> hasBegun("[2/2]"));
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(file)).contains("done");
    }

    private boolean hasBegun(String cell) {
        try {
            return output().contains(cell);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aWrongCommandLineSaysHowItShouldBe() throws Exception {
        Ended ended = run(folder.resolve("none.ipynb").toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.text()).contains("there is no notebook at").contains("usage: moka run");
        assertThat(run(notebook().toString(), "--parameters", "1x=2").text())
                .contains("'1x' can't be the name of a Java variable");
    }
}
