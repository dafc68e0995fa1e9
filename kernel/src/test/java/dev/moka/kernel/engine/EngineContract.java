package dev.moka.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.moka.kernel.display.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// What every engine must do with a table of cells. Each file of the table is one session; its
/// cells run in order.
abstract class EngineContract {
    private static final Pattern THROWS = Pattern.compile("throws (\\S+) \"(.*)\" at (\\d+|\\?)");
    private static final Pattern ERROR = Pattern.compile("error at (\\d+|\\?): (.*)");

    abstract Engine open() throws IOException;

    /// As it stands in the table where engines differ on purpose.
    abstract String engineName();

    @TestFactory
    Stream<DynamicNode> cells() throws IOException, URISyntaxException {
        Path folder = Path.of(EngineContract.class.getResource("cells").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(this::session).toList().stream();
        }
    }

    private DynamicNode session(Path file) {
        try {
            List<CellCase> cases = CellCase.parse(Files.readString(file), engineName());
            Session session = new Session(open());
            Stream<DynamicNode> tests =
                    Stream.concat(
                            cases.stream()
                                    .map(each ->
                                            dynamicTest(each.name(), () -> session.check(each))),
                            Stream.of(dynamicTest("the session closes", session.engine()::close)));
            return dynamicContainer(file.getFileName().toString(), tests);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Session(Engine engine) {
        void check(CellCase cell) {
            PrintStream before = System.out;
            var printed = new ByteArrayOutputStream();
            Evaluation evaluation;
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            try {
                evaluation = engine.evaluate(new Source(cell.name(), cell.code()));
            } finally {
                System.setOut(before);
            }
            for (String expectation : cell.expectations()) {
                if (expectation.startsWith("out")) {
                    assertThat(printed.toString(StandardCharsets.UTF_8))
                            .isEqualTo(
                                    expectation.substring(3).stripLeading().replace("\\n", "\n"));
                } else if (expectation.startsWith("note ")) {
                    assertThat(String.join("\n", evaluation.notes()))
                            .contains(expectation.substring(5));
                }
            }
            List<String> results =
                    cell.expectations().stream()
                            .filter(each -> !each.startsWith("out") && !each.startsWith("note "))
                            .toList();
            check(cell, evaluation, results);
        }

        private void check(CellCase cell, Evaluation evaluation, List<String> expected) {
            String first = expected.getFirst();
            Matcher failure = THROWS.matcher(first);
            if (first.equals("done")) {
                assertThat(evaluation).isInstanceOf(Evaluation.Done.class);
            } else if (failure.matches()) {
                assertThat(evaluation).isInstanceOf(Evaluation.Threw.class);
                thrown(cell, ((Evaluation.Threw) evaluation).thrown(), failure);
            } else if (first.startsWith("error at ")) {
                assertThat(evaluation).isInstanceOf(Evaluation.Rejected.class);
                errors(((Evaluation.Rejected) evaluation).errors(), expected);
            } else {
                assertThat(evaluation).isInstanceOf(Evaluation.Value.class);
                value((Evaluation.Value) evaluation, first);
            }
        }

        private static void value(Evaluation.Value value, String expected) {
            int colon = expected.lastIndexOf(" : ");
            assertThat(PlainText.of(value.value()))
                    .isEqualTo(expected.substring(0, colon).replace("\\n", "\n"));
            String type = expected.substring(colon + 3);
            if (!type.equals("?")) {
                assertThat(value.type()).isEqualTo(type);
            }
        }

        private static void thrown(CellCase cell, Throwable thrown, Matcher expected) {
            assertThat(UserNames.clean(thrown.getClass().getName())).isEqualTo(expected.group(1));
            assertThat(Optional.ofNullable(thrown.getMessage()).orElse(""))
                    .contains(expected.group(2));
            assertThat(thrown.getStackTrace())
                    .allSatisfy(frame ->
                            assertThat(frame.getClassName())
                                    .doesNotStartWith("REPL.")
                                    .doesNotStartWith("jdk.jshell.")
                                    .doesNotStartWith("dev.moka.kernel.engine"));
            if (!expected.group(3).equals("?")) {
                assertThat(
                                Stream.of(thrown.getStackTrace())
                                        .filter(frame -> cell.name().equals(frame.getFileName()))
                                        .map(StackTraceElement::getLineNumber)
                                        .findFirst())
                        .hasValue(Integer.parseInt(expected.group(3)));
            }
        }

        private static void errors(List<CompileError> errors, List<String> expected) {
            assertThat(errors).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                Matcher error = ERROR.matcher(expected.get(i));
                assertThat(error.matches()).as(expected.get(i)).isTrue();
                if (!error.group(1).equals("?")) {
                    assertThat(errors.get(i).line()).isEqualTo(Integer.parseInt(error.group(1)));
                }
                if (!error.group(2).equals("?")) {
                    assertThat(errors.get(i).message()).contains(error.group(2));
                }
            }
        }
    }
}
