package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.Comm;
import dev.moka.kernel.interpreter.Frontend;
import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.interpreter.MimeBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// A language with one command a line, each exercising one thing that a kernel can do.
final class ToyLanguage implements Interpreter {
    private static final int WAIT_SECONDS = 20;

    private final Frontend frontend;
    private final PrintStream out;
    private final PrintStream err;
    private final Semaphore interrupts = new Semaphore(0);
    private final CountDownLatch late = new CountDownLatch(1);

    ToyLanguage(Frontend frontend, PrintStream out, PrintStream err) {
        this.frontend = frontend;
        this.out = out;
        this.err = err;
        frontend.comms().register("echo", (comm, _) -> new Echo(comm));
    }

    @Override
    public Outcome execute(String code, Cell cell) {
        interrupts.drainPermits();
        Outcome outcome = new Outcome.Done();
        for (String line : code.lines().toList()) {
            String[] words = line.split(" ", 2);
            outcome = command(words[0], words.length > 1 ? words[1] : "", cell);
            if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Interrupted) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome command(String name, String rest, Cell cell) {
        switch (name) {
            case "print" -> out.println(rest);
            case "err" -> err.println(rest);
            case "lines" -> printLines(Integer.parseInt(rest));
            case "late" -> printLate(rest);
            case "release" -> late.countDown();
            case "display" -> cell.display(MimeBundle.text(rest), "id-1");
            case "update" -> cell.update(MimeBundle.text(rest), "id-1");
            case "clear" -> cell.clear(true);
            case "bug" -> throw new IllegalStateException("a bug of the interpreter");
            case "fail" -> {
                return new Outcome.Failed("ToyError", rest, List.of("ToyError: " + rest));
            }
            case "wait" -> {
                return await();
            }
            case "ask", "secret", "read" -> {
                return asked(name, rest);
            }
            default -> {
                return new Outcome.Value(MimeBundle.text(name));
            }
        }
        return new Outcome.Done();
    }

    private void printLines(int count) {
        for (int i = 0; i < count; i++) {
            out.println("line " + i);
        }
    }

    private void printLate(String text) {
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        if (late.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                            out.println(text);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private Outcome await() {
        try {
            out.println("waiting");
            boolean interrupted = interrupts.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            return interrupted ? new Outcome.Interrupted() : new Outcome.Done();
        } catch (InterruptedException e) {
            return new Outcome.Interrupted();
        }
    }

    private Outcome asked(String how, String prompt) {
        try {
            String answer =
                    switch (how) {
                        case "ask" -> frontend.console().ask(prompt);
                        case "secret" -> frontend.console().askSecret(prompt);
                        default -> readLine();
                    };
            return new Outcome.Value(MimeBundle.text("got " + answer));
        } catch (IOException e) {
            return new Outcome.Failed(
                    e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
        }
    }

    private String readLine() throws IOException {
        var in = new ConsoleInput(frontend.console());
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }

    @Override
    public Outcome evaluate(String expression) {
        return expression.equals("wrong")
                ? new Outcome.Failed("ToyError", "wrong", List.of())
                : new Outcome.Value(MimeBundle.text(expression));
    }

    @Override
    public Completions complete(String code, int cursor) {
        int start = code.lastIndexOf(' ', cursor - 1) + 1;
        String prefix = code.substring(start, cursor);
        return new Completions(
                List.of(new Completion(prefix + "!", "function", "(int x)")), start, cursor);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return code.isEmpty() ? Optional.empty() : Optional.of(MimeBundle.text(code + detailLevel));
    }

    @Override
    public Completeness completeness(String code) {
        return switch (code) {
            case "(" -> new Completeness.Incomplete("  ");
            case ")" -> new Completeness.Invalid();
            default -> new Completeness.Complete();
        };
    }

    @Override
    public void interrupt() {
        interrupts.release();
    }

    @Override
    public Map<String, String> languageInfo() {
        return Map.of("name", "toy", "version", "1");
    }

    @Override
    public String banner() {
        return "A toy";
    }

    @Override
    public Map<String, String> helpLinks() {
        return Map.of("Help", "https://example.org/");
    }

    @Override
    public void close() {}

    private record Echo(Comm comm) implements Comm.Listener {
        @Override
        public void received(ObjectNode data, List<byte[]> buffers) {
            comm.send(data, buffers);
        }

        @Override
        public void closed(ObjectNode data) {}
    }
}
