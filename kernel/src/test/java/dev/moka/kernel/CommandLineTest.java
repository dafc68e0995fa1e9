package dev.moka.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void readsEveryWayToStart() {
        assertThat(CommandLine.parse("c.json"))
                .isEqualTo(new CommandLine.Connect(Path.of("c.json")));
        assertThat(CommandLine.parse("--socket", "s"))
                .isEqualTo(new CommandLine.Listen(Path.of("s"), Duration.ofDays(1)));
        assertThat(CommandLine.parse("--orphan-timeout", "0", "--socket", "s"))
                .isEqualTo(new CommandLine.Listen(Path.of("s"), Duration.ZERO));
        assertThat(CommandLine.parse("--train")).isEqualTo(new CommandLine.Train());
        assertThat(CommandLine.parse("--version")).isEqualTo(new CommandLine.Version());
        assertThat(CommandLine.parse("--help")).isEqualTo(new CommandLine.Help());
    }

    @Test
    void explainsWhatIsWrong() {
        refused("a connection file or --socket PATH is needed");
        refused("unknown option --sokcet", "--sokcet");
        refused("--socket needs a value", "--socket");
        refused("--orphan-timeout needs --socket", "--orphan-timeout", "5");
        refused(
                "--orphan-timeout is 'soon'; it must be a whole number",
                "--socket",
                "s",
                "--orphan-timeout",
                "soon");
        refused("--orphan-timeout is '-1'", "--socket", "s", "--orphan-timeout", "-1");
        refused("too many arguments: b.json", "a.json", "b.json");
    }

    private static void refused(String reason, String... arguments) {
        assertThatThrownBy(() -> CommandLine.parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
