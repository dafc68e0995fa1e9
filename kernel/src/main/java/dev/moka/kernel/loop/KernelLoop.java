package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Comms;
import dev.moka.kernel.interpreter.Console;
import dev.moka.kernel.interpreter.Frontend;
import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.log.Log;
import dev.moka.kernel.output.CellOutput;
import dev.moka.kernel.output.FlushTimer;
import dev.moka.kernel.output.OutputRouter;
import dev.moka.kernel.transport.Address;
import dev.moka.kernel.transport.Transport;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// A kernel: one transport, one interpreter, and the threads between them.
public final class KernelLoop implements AutoCloseable {
    private static final Duration FLUSH = Duration.ofMillis(30);

    private final Transport transport;
    private final Log log;
    private final OutputRouter router;
    private final FlushTimer timer;
    private final Outbox outbox;
    private final Status status;
    private final FrontendConsole console;
    private final CommRegistry comms;
    private final StartingInterpreter interpreter;
    private final CellRunner runner;
    private final Answers answers;
    private final Control control;
    private final Lane cells;

    /// What waited behind a cell that failed; used by the *cells* thread only.
    private final Deque<Request> stopped = new ArrayDeque<>();

    private final Lane questions;
    private final Lane urgent;
    private volatile Optional<Request> served = Optional.empty();

    /// @param language makes the interpreter; called once, on a thread of its own
    /// @param router decides to which cell a thread prints
    /// @param shutdown is told when a client has asked the kernel to end, after the reply
    /// @param version of the kernel, for `kernel_info`
    public KernelLoop(
            Transport transport,
            Function<Frontend, Interpreter> language,
            OutputRouter router,
            Consumer<Shutdown> shutdown,
            String version,
            Clock clock,
            Log log) {
        this.transport = transport;
        this.router = router;
        this.log = log;
        timer = new FlushTimer(FLUSH, log);
        outbox = new Outbox(transport, clock);
        status = new Status(outbox);
        console = new FrontendConsole(outbox);
        comms = new CommRegistry(outbox, () -> served);
        interpreter = new StartingInterpreter(() -> language.apply(new LiveFrontend()), log);
        History history = new History();
        runner =
                new CellRunner(
                        interpreter,
                        new CellRunner.Printing(router, timer),
                        outbox,
                        console,
                        history,
                        clock,
                        log);
        answers = new Answers(interpreter, history, comms, version);
        control = new Control(runner::interrupt, outbox, shutdown);
        cells = new Lane("cells", this::serveInTurn, log);
        questions = new Lane("answers", this::serveBeside, log);
        urgent = new Lane("control", this::serveBeside, log);
    }

    /// Starts everything and returns.
    ///
    /// @throws IOException when the transport can't listen
    public void start() throws IOException {
        timer.start();
        cells.start();
        questions.start();
        urgent.start();
        interpreter.start();
        transport.start(this::receive);
        status.starting();
    }

    /// Where a cell's `System.in` gets its lines.
    public Console console() {
        return console;
    }

    /// Tells the client of the running cell, if any, that the JVM ends, with what was printed until
    /// then.
    public void lastWords(Interpreter.Outcome.Failed why) {
        runner.lastWords(why, status);
    }

    /// Stops all threads, then the transport.
    @Override
    public void close() {
        cells.close();
        questions.close();
        urgent.close();
        console.end();
        timer.close();
        interpreter.close();
        transport.close();
    }

    private void receive(RawMessage raw, Address from) {
        Request request;
        try {
            request = Request.parse(raw, from);
        } catch (ProtocolException e) {
            log.info("refused a message on " + raw.channel().wireName() + ": " + e.getMessage());
            return;
        }
        if (raw.channel() == Channel.STDIN) {
            console.answered(request);
        } else {
            lane(request).add(request);
        }
    }

    private Lane lane(Request request) {
        if (request.message().channel() == Channel.CONTROL || Control.takes(request.type())) {
            return urgent;
        }
        return switch (request.type()) {
            case "execute_request", "comm_open", "comm_msg", "comm_close" -> cells;
            default -> questions;
        };
    }

    private void serveInTurn(Request request) {
        inTurn(request, () -> runInTurn(request));
        while (!stopped.isEmpty()) {
            Request waiting = stopped.removeFirst();
            if (waiting.type().equals("execute_request")) {
                inTurn(waiting, () -> outbox.reply(waiting, Replies.aborted(), Replies.aborted()));
            } else {
                inTurn(waiting, () -> runInTurn(waiting));
            }
        }
    }

    private void runInTurn(Request request) {
        if (isForSubshell(request)) {
            outbox.reply(request, unknownSubshell());
        } else if (request.type().equals("execute_request")) {
            runner.run(request, () -> stopped.addAll(cells.drain()));
        } else {
            serveComm(request);
        }
    }

    private void serveComm(Request request) {
        CellOutput output =
                new CellOutput(
                        (stream, text) ->
                                outbox.publish(
                                        Optional.of(request),
                                        "stream",
                                        Json.object()
                                                .put("name", stream.wireName())
                                                .put("text", text)),
                        timer);
        router.enter(output);
        try {
            comms.handle(request);
        } finally {
            router.leave();
            output.flush();
        }
    }

    private void inTurn(Request request, Runnable task) {
        served = Optional.of(request);
        status.busyRunning(request);
        try {
            task.run();
        } finally {
            served = Optional.empty();
            status.idleRunning(request);
        }
    }

    private void serveBeside(Request request) {
        status.busyBeside(request);
        try {
            answer(request).ifPresent(reply -> outbox.reply(request, reply));
        } finally {
            status.idleBeside(request);
        }
        control.afterwards(request);
    }

    private Optional<ObjectNode> answer(Request request) {
        try {
            if (isForSubshell(request)) {
                return Optional.of(unknownSubshell());
            }
            Optional<ObjectNode> reply = control.answer(request).or(() -> answers.answer(request));
            return reply.isPresent() || !request.wantsReply()
                    ? reply
                    : Optional.of(unknown(request));
        } catch (IllegalArgumentException e) {
            return Optional.of(Replies.error("BadRequest", String.valueOf(e.getMessage())));
        } catch (RuntimeException | Error e) {
            log.error(request.type() + " failed", e);
            return Optional.of(
                    Replies.error(e.getClass().getName(), String.valueOf(e.getMessage())));
        }
    }

    private static boolean isForSubshell(Request request) {
        return request.message().header().subshellId() != null;
    }

    private static ObjectNode unknownSubshell() {
        return Replies.error("NotSupported", "this kernel has no subshells");
    }

    private static ObjectNode unknown(Request request) {
        return Replies.error(
                "UnknownRequest",
                "this kernel does not know '%s' on the %s channel"
                        .formatted(request.type(), request.message().channel().wireName()));
    }

    private final class LiveFrontend implements Frontend {
        @Override
        public Console console() {
            return console;
        }

        @Override
        public Comms comms() {
            return comms;
        }
    }
}
