package dev.moka.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.interpreter.MimeBundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaInterpreterTest {
    @Test
    void showsTheValueOfTheLastExpression() {
        try (var interpreter =
                new JavaInterpreter(
                        KernelSettings.fromEnvironment(Map.of()), new NobodyAtTheConsole())) {
            assertThat(interpreter.execute("1 + 1", new RecordedCell(1)))
                    .isEqualTo(new Outcome.Value(MimeBundle.text("2")));
        }
    }
}
