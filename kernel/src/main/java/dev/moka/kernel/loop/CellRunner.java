package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.log.Log;
import dev.moka.kernel.output.FlushTimer;
import dev.moka.kernel.output.OutputRouter;
import dev.moka.protocol.jupyter.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Runs code for `execute_request`, one cell at a time, and reports how it went.
final class CellRunner {
    private static final Outcome.Failed INTERRUPTED =
            new Outcome.Failed(
                    "Interrupted",
                    "the cell was interrupted",
                    List.of("Interrupted: the cell was interrupted"));

    private final Supplier<Interpreter> interpreter;
    private final OutputRouter router;
    private final FlushTimer timer;
    private final Outbox outbox;
    private final FrontendConsole console;
    private final History history;
    private final Clock clock;
    private final Log log;
    private volatile Optional<RunningCell> running = Optional.empty();
    private int executed;

    CellRunner(
            Supplier<Interpreter> interpreter,
            Printing printing,
            Outbox outbox,
            FrontendConsole console,
            History history,
            Clock clock,
            Log log) {
        this.interpreter = interpreter;
        router = printing.router();
        timer = printing.timer();
        this.outbox = outbox;
        this.console = console;
        this.history = history;
        this.clock = clock;
        this.log = log;
    }

    /// Runs the request's code, publishes what comes of it and replies.
    ///
    /// @param stopQueue is called when the cell failed and what waits behind it must not run,
    ///   before the client learns of it: what it sends then is meant to run
    void run(Request request, Runnable stopQueue) {
        Instant started = clock.instant();
        boolean silent = request.flag("silent", false);
        boolean stored = !silent && request.flag("store_history", true);
        String code = request.text("code");
        int count = silent ? executed : executed + 1;
        RunningCell cell = new RunningCell(request, count, silent, outbox, timer);
        running = Optional.of(cell);
        cell.publish(
                "execute_input", Json.object().put("code", code).put("execution_count", count));
        Outcome outcome = execute(cell, code);
        ObjectNode expressions =
                evaluate(cell, outcome, request.content().path("user_expressions"));
        running = Optional.empty();
        if (stored && !code.isBlank()) {
            executed = count;
            history.add(count, code, plainText(outcome));
        }
        if (cell.end()) {
            if (isError(outcome) && !silent && request.flag("stop_on_error", true)) {
                stopQueue.run();
            }
            report(cell, outcome, expressions, started);
        }
    }

    /// Stops the running cell, wherever on its way it is.
    void interrupt() {
        running.ifPresent(RunningCell::interrupt);
        interpreter.get().interrupt();
        console.cancel();
    }

    /// Tells the client of the running cell that it ends because the JVM does.
    void lastWords(Outcome.Failed why, Status status) {
        running.filter(RunningCell::end)
                .ifPresent(cell -> {
                    report(cell, why, Json.object(), clock.instant());
                    status.idleRunning(cell.request());
                });
    }

    private Outcome execute(RunningCell cell, String code) {
        router.enter(cell.output());
        console.begin(cell);
        try {
            return interpreter.get().execute(code, cell);
        } catch (RuntimeException | Error e) {
            log.error("the interpreter failed", e);
            return bug(e);
        } finally {
            console.end();
            // The interrupt may have come when the cell was ending; it must not hit what follows.
            Thread.interrupted();
            router.leave();
        }
    }

    private ObjectNode evaluate(RunningCell cell, Outcome outcome, JsonNode expressions) {
        ObjectNode results = Json.object();
        if (isError(outcome)) {
            return results;
        }
        for (Map.Entry<String, JsonNode> each : expressions.properties()) {
            router.enter(cell.output());
            try {
                results.set(
                        each.getKey(),
                        result(interpreter.get().evaluate(each.getValue().asString(""))));
            } catch (RuntimeException | Error e) {
                log.error("the interpreter failed", e);
                results.set(each.getKey(), Replies.error(bug(e)));
            } finally {
                router.leave();
            }
        }
        return results;
    }

    private static ObjectNode result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value(var bundle) -> Replies.ok().setAll(Replies.bundle(bundle));
            case Outcome.Done() -> Replies.error("NoValue", "the expression has no value");
            case Outcome.Interrupted() -> Replies.error(INTERRUPTED);
            case Outcome.Failed failed -> Replies.error(failed);
        };
    }

    private void report(
            RunningCell cell, Outcome outcome, ObjectNode expressions, Instant started) {
        cell.flush();
        ObjectNode reply =
                switch (outcome) {
                    case Outcome.Value(var bundle) -> {
                        ObjectNode result = Replies.bundle(bundle);
                        cell.publish(
                                "execute_result",
                                result.put("execution_count", cell.executionCount()));
                        yield Replies.ok();
                    }
                    case Outcome.Done() -> Replies.ok();
                    case Outcome.Interrupted() -> failed(cell, INTERRUPTED);
                    case Outcome.Failed failed -> failed(cell, failed);
                };
        reply.put("execution_count", cell.executionCount());
        reply.set("user_expressions", expressions);
        reply.putArray("payload");
        ObjectNode metadata = Json.object().put("started", started.toString());
        metadata.put("status", reply.path("status").asString());
        outbox.reply(cell.request(), reply, metadata);
    }

    private static ObjectNode failed(RunningCell cell, Outcome.Failed failed) {
        ObjectNode content = Replies.error(failed);
        ObjectNode published = content.deepCopy();
        published.remove("status");
        cell.publish("error", published);
        return content;
    }

    private static Outcome.Failed bug(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return new Outcome.Failed(
                error.getClass().getName(),
                String.valueOf(error.getMessage()),
                trace.toString().lines().toList());
    }

    private static boolean isError(Outcome outcome) {
        return outcome instanceof Outcome.Failed || outcome instanceof Outcome.Interrupted;
    }

    private static String plainText(Outcome outcome) {
        return outcome instanceof Outcome.Value(var bundle)
                        && bundle.data().get("text/plain") instanceof String text
                ? text
                : "";
    }

    /// Where printed text goes.
    record Printing(OutputRouter router, FlushTimer timer) {}
}
