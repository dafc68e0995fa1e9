package dev.moka.lab.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.lab.testing.Eventually;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TerminalsTest {
    @TempDir Path folder;

    private final Terminals terminals =
            new Terminals(
                    () -> Map.of("PATH", "/usr/bin:/bin", "HOME", "/", "SHELL", "/bin/sh"),
                    Clock.systemUTC());

    @AfterEach
    void close() {
        terminals.close();
    }

    private static final class Screen implements TerminalSink {
        private final AtomicReference<String> text = new AtomicReference<>("");
        private final AtomicBoolean disconnected = new AtomicBoolean();

        @Override
        public void stdout(String more) {
            text.accumulateAndGet(more, String::concat);
        }

        @Override
        public void disconnect() {
            disconnected.set(true);
        }

        @Override
        public void keepAlive() {}

        void await(String what) throws InterruptedException {
            Eventually.that(what + " on the screen", () -> text.get().contains(what));
        }
    }

    @Test
    void aShellRunsInTheFolderAndAPageThatComesLaterSeesWhatWasPrinted() throws Exception {
        Terminal terminal = terminals.open(folder);
        Screen first = new Screen();
        Terminal.View view = terminal.show(first);
        terminal.type("pwd; echo sum $((6*7))\n");
        first.await("sum 42");
        first.await(folder.getFileName() + "");
        view.close();
        Screen second = new Screen();
        terminal.show(second);
        second.await("sum 42");
    }

    @Test
    void aShellSeesOnlyTheEnvironmentThatItIsGiven() throws Exception {
        Terminal terminal = terminals.open(folder);
        Screen screen = new Screen();
        terminal.show(screen);
        terminal.resize(40, 123);
        terminal.type("stty size; env | sort; echo en''d\n");
        screen.await("end");
        assertThat(screen.text.get()).contains("40 123").contains("TERM=xterm-256color");
        assertThat(screen.text.get()).doesNotContain("JAVA_HOME");
    }

    @Test
    void theEndOfTheShellIsToldAndTheTerminalIsGone() throws Exception {
        Terminal terminal = terminals.open(folder);
        Screen screen = new Screen();
        terminal.show(screen);
        terminal.type("exit\n");
        Eventually.that("the page is told", screen.disconnected::get);
        Eventually.that("it is gone", () -> terminals.all().isEmpty());
    }

    @Test
    void thereIsALimit() throws Exception {
        for (int i = 0; i < Terminals.MOST; i++) {
            terminals.open(folder);
        }
        assertThatThrownBy(() -> terminals.open(folder)).hasMessageContaining("32 terminals");
    }
}
