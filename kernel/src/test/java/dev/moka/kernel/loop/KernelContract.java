package dev.moka.kernel.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.log.Log;
import dev.moka.kernel.loop.Conversation.Exchange;
import dev.moka.kernel.output.CellPrintStream;
import dev.moka.kernel.output.OutputRouter;
import dev.moka.kernel.output.StreamName;
import dev.moka.kernel.transport.Transport;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What every kernel does over every transport.
abstract class KernelContract {
    private final BlockingQueue<Shutdown> shutdowns = new LinkedBlockingQueue<>();
    private KernelLoop kernel;
    private TestClient client;
    private Conversation talk;

    abstract Transport transport(Log log) throws IOException;

    abstract TestClient connect() throws IOException;

    @BeforeEach
    void start() throws IOException {
        Log log = new Log(System.err, Clock.systemUTC());
        OutputRouter router = new OutputRouter();
        var out = new CellPrintStream(StreamName.STDOUT, router, System.out);
        var err = new CellPrintStream(StreamName.STDERR, router, System.err);
        kernel =
                new KernelLoop(
                        transport(log),
                        frontend -> new ToyLanguage(frontend, out, err),
                        router,
                        shutdowns::add,
                        "1.2.3",
                        Clock.systemUTC(),
                        log);
        kernel.start();
        client = connect();
        talk = new Conversation(client);
    }

    @AfterEach
    void stop() throws IOException {
        kernel.close();
        client.close();
    }

    @Test
    void saysWhatItIs() throws IOException {
        Exchange info = talk.ask(Channel.SHELL, "kernel_info_request");
        assertThat(info.published()).containsExactly("busy", "idle");
        assertThat(info.reply().path("protocol_version").asString()).isEqualTo("5.4");
        assertThat(info.reply().path("implementation_version").asString()).isEqualTo("1.2.3");
        assertThat(info.reply().path("language_info").path("name").asString()).isEqualTo("toy");
        assertThat(info.reply().path("supported_features")).isEmpty();
        assertThat(talk.ask(Channel.CONTROL, "kernel_info_request").status()).isEqualTo("ok");
    }

    @Test
    void aCellIsEchoedRunAndCounted() throws IOException {
        Exchange first = talk.run("hello");
        assertThat(first.published())
                .containsExactly("busy", "execute_input", "execute_result", "idle");
        assertThat(first.result()).isEqualTo("hello");
        assertThat(first.reply().path("execution_count").asInt()).isEqualTo(1);
        assertThat(first.of("execute_reply").getFirst().metadata().path("started").isString())
                .isTrue();
        assertThat(talk.run("again").reply().path("execution_count").asInt()).isEqualTo(2);
    }

    @Test
    void aSilentCellShowsAndRemembersNothing() throws IOException {
        Exchange silent = talk.run(cell("print x\nhello").put("silent", true));
        assertThat(silent.published()).containsExactly("busy", "idle");
        assertThat(silent.status()).isEqualTo("ok");
        assertThat(talk.run("hello").reply().path("execution_count").asInt()).isEqualTo(1);
    }

    @Test
    void aCellThatIsNotStoredDoesNotCount() throws IOException {
        Exchange unstored = talk.run(cell("hello").put("store_history", false));
        assertThat(unstored.result()).isEqualTo("hello");
        assertThat(talk.run("hello").reply().path("execution_count").asInt()).isEqualTo(1);
    }

    @Test
    void tenThousandLinesComeInFewMessagesAndBeforeIdle() throws IOException {
        Exchange run = talk.run("lines 10000");
        assertThat(run.text("stdout").lines()).hasSize(10_000).endsWith("line 9999");
        assertThat(run.of("stream").size()).isLessThan(40);
        assertThat(run.published()).endsWith("idle");
    }

    @Test
    void printedTextAndDisplaysKeepTheirOrder() throws IOException {
        Exchange run =
                talk.run("print a\nerr b\nprint c\ndisplay d\nupdate e\nprint f\nclear\nprint g");
        assertThat(run.published())
                .containsExactly(
                        "busy",
                        "execute_input",
                        "stream",
                        "stream",
                        "stream",
                        "display_data",
                        "update_display_data",
                        "stream",
                        "clear_output",
                        "stream",
                        "idle");
        assertThat(run.text("stderr")).isEqualTo("b\n");
        JsonNode display = run.of("display_data").getFirst().content();
        assertThat(display.path("transient").path("display_id").asString()).isEqualTo("id-1");
        assertThat(display.path("data").path("text/plain").asString()).isEqualTo("d");
    }

    @Test
    void anErrorAbortsTheCellsThatWait() throws IOException {
        Message waiting = talk.sendCell("wait\nfail no luck");
        Message queued = talk.sendCell("hello");
        talk.await(waiting, "stream");
        Message question = talk.send(Channel.SHELL, "kernel_info_request", Json.object());
        talk.finish(question);
        talk.ask(Channel.CONTROL, "interrupt_request");
        assertThat(talk.finish(queued).status()).isEqualTo("aborted");
        assertThat(talk.exchange(queued).published()).containsExactly("busy", "idle");
        assertThat(talk.run("hello").status()).isEqualTo("ok");
    }

    @Test
    void anErrorIsPublishedAndReplied() throws IOException {
        Exchange run = talk.run("fail no luck");
        JsonNode error = run.of("error").getFirst().content();
        assertThat(error.path("ename").asString()).isEqualTo("ToyError");
        assertThat(error.path("evalue").asString()).isEqualTo("no luck");
        assertThat(run.status()).isEqualTo("error");
        assertThat(run.reply().path("traceback").path(0).asString()).isEqualTo("ToyError: no luck");
    }

    @Test
    void withoutStopOnErrorTheNextCellRuns() throws IOException {
        Message waiting =
                talk.send(
                        Channel.SHELL, "execute_request", cell("wait").put("stop_on_error", false));
        Message queued = talk.sendCell("hello");
        talk.await(waiting, "stream");
        talk.ask(Channel.CONTROL, "interrupt_request");
        assertThat(talk.finish(waiting).status()).isEqualTo("error");
        assertThat(talk.finish(queued).result()).isEqualTo("hello");
    }

    @Test
    void aBugInTheInterpreterIsReportedAndSurvived() throws IOException {
        Exchange run = talk.run("bug");
        assertThat(run.reply().path("ename").asString())
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(talk.run("hello").result()).isEqualTo("hello");
    }

    @Test
    void questionsAreAnsweredWhileACellRuns() throws IOException {
        Message waiting = talk.sendCell("wait");
        talk.await(waiting, "stream");
        ObjectNode code = Json.object().put("code", "😀 ab").put("cursor_pos", 4);
        JsonNode reply = talk.ask(Channel.SHELL, "complete_request", code).reply();
        assertThat(reply.path("matches").path(0).asString()).isEqualTo("ab!");
        assertThat(reply.path("cursor_start").asInt()).isEqualTo(2);
        assertThat(reply.path("cursor_end").asInt()).isEqualTo(4);
        JsonNode type = reply.path("metadata").path("_jupyter_types_experimental").path(0);
        assertThat(type.path("type").asString()).isEqualTo("function");
        assertThat(type.path("signature").asString()).isEqualTo("(int x)");
        assertThat(type.path("start").asInt()).isEqualTo(2);
        talk.await(_ -> Collections.frequency(talk.exchange(waiting).published(), "busy") == 2);
        assertThat(states().getLast()).as("the kernel still shows as busy").isEqualTo("busy");
        talk.ask(Channel.CONTROL, "interrupt_request");
        assertThat(talk.finish(waiting).reply().path("ename").asString()).isEqualTo("Interrupted");
    }

    @Test
    void inspectionAndCompletenessAreAnswered() throws IOException {
        ObjectNode code =
                Json.object().put("code", "x").put("cursor_pos", 1).put("detail_level", 1);
        JsonNode found = talk.ask(Channel.SHELL, "inspect_request", code).reply();
        assertThat(found.path("found").asBoolean()).isTrue();
        assertThat(found.path("data").path("text/plain").asString()).isEqualTo("x1");
        JsonNode nothing =
                talk.ask(Channel.SHELL, "inspect_request", Json.object().put("code", "")).reply();
        assertThat(nothing.path("found").asBoolean()).isFalse();
        assertThat(completeness("x").path("status").asString()).isEqualTo("complete");
        assertThat(completeness("(").path("indent").asString()).isEqualTo("  ");
        assertThat(completeness(")").path("status").asString()).isEqualTo("invalid");
    }

    @Test
    void aCellCanAskForInput() throws IOException {
        assertThat(answerTo("ask your name?", "your name?", false)).isEqualTo("got Ada");
        assertThat(answerTo("secret word?", "word?", true)).isEqualTo("got Ada");
        assertThat(answerTo("read", "", false)).isEqualTo("got Ada");
    }

    @Test
    void inputIsRefusedWhereTheFrontEndHasNone() throws IOException {
        Exchange run = talk.run(cell("ask name?").put("allow_stdin", false));
        assertThat(run.reply().path("evalue").asString())
                .contains("'name?'")
                .contains("allow_stdin is false");
    }

    @Test
    void anInterruptEndsTheWaitForInput() throws IOException {
        Message asking =
                talk.send(
                        Channel.SHELL,
                        "execute_request",
                        cell("ask name?").put("allow_stdin", true));
        talk.await(asking, "input_request");
        talk.ask(Channel.CONTROL, "interrupt_request");
        assertThat(talk.finish(asking).status()).isEqualTo("error");
        assertThat(talk.run("hello").result()).isEqualTo("hello");
    }

    @Test
    void historyIsKept() throws IOException {
        talk.run("one");
        talk.run("print two");
        talk.run("three");
        assertThat(history("tail", Json.object().put("n", 2)).toString())
                .isEqualTo("[[1,2,\"print two\"],[1,3,\"three\"]]");
        assertThat(
                        history(
                                        "range",
                                        Json.object()
                                                .put("start", 1)
                                                .put("stop", 2)
                                                .put("output", true))
                                .toString())
                .isEqualTo("[[1,1,[\"one\",\"one\"]]]");
        assertThat(history("search", Json.object().put("pattern", "*t?o").put("n", 5)).toString())
                .isEqualTo("[[1,2,\"print two\"]]");
        Exchange bad =
                talk.ask(
                        Channel.SHELL,
                        "history_request",
                        Json.object().put("hist_access_type", "all"));
        assertThat(bad.reply().path("evalue").asString())
                .contains("'all'")
                .contains("tail, range, search");
    }

    @Test
    void userExpressionsAreEvaluatedEachForItself() throws IOException {
        ObjectNode content = cell("hello");
        content.putObject("user_expressions").put("a", "1").put("b", "wrong");
        JsonNode results = talk.run(content).reply().path("user_expressions");
        assertThat(results.path("a").path("data").path("text/plain").asString()).isEqualTo("1");
        assertThat(results.path("b").path("status").asString()).isEqualTo("error");
    }

    @Test
    void commsReachTheirTarget() throws IOException {
        ObjectNode open = Json.object().put("comm_id", "c1").put("target_name", "echo");
        talk.awaitIdle(talk.send(Channel.SHELL, "comm_open", open));
        JsonNode comms = talk.ask(Channel.SHELL, "comm_info_request").reply().path("comms");
        assertThat(comms.path("c1").path("target_name").asString()).isEqualTo("echo");
        ObjectNode data = Json.object().put("comm_id", "c1");
        data.putObject("data").put("x", 1);
        Message echoed = talk.await(talk.send(Channel.SHELL, "comm_msg", data), "comm_msg");
        assertThat(echoed.content().path("data").path("x").asInt()).isEqualTo(1);
        talk.awaitIdle(talk.send(Channel.SHELL, "comm_close", data));
        assertThat(talk.ask(Channel.SHELL, "comm_info_request").reply().path("comms")).isEmpty();
    }

    @Test
    void aCommToNobodyIsClosed() throws IOException {
        ObjectNode open = Json.object().put("comm_id", "c2").put("target_name", "nobody");
        Message closed = talk.await(talk.send(Channel.SHELL, "comm_open", open), "comm_close");
        assertThat(closed.content().path("comm_id").asString()).isEqualTo("c2");
    }

    @Test
    void everyRequestIsAnswered() throws IOException {
        for (String type :
                List.of("nonsense_request", "debug_request", "create_subshell_request")) {
            Exchange exchange = talk.ask(Channel.CONTROL, type);
            assertThat(exchange.status()).as(type).isEqualTo("error");
            assertThat(exchange.published()).containsExactly("busy", "idle");
        }
        assertThat(talk.ask(Channel.SHELL, "nonsense_request").reply().path("evalue").asString())
                .contains("nonsense_request");
        assertThat(
                        talk.ask(Channel.CONTROL, "usage_request")
                                .reply()
                                .path("kernel_memory")
                                .asLong())
                .isGreaterThan(1_000_000);
    }

    @Test
    void lateOutputGoesToTheCellThatStartedIt() throws IOException {
        Message first = talk.sendCell("late from the first");
        talk.finish(first);
        talk.run("release");
        Message late = talk.await(first, "stream");
        assertThat(late.content().path("text").asString()).isEqualTo("from the first\n");
    }

    @Test
    void shutdownIsRepliedToAndThenHappens() throws IOException, InterruptedException {
        Exchange bye =
                talk.ask(Channel.CONTROL, "shutdown_request", Json.object().put("restart", true));
        assertThat(bye.reply().path("restart").asBoolean()).isTrue();
        assertThat(shutdowns.poll(10, TimeUnit.SECONDS)).isEqualTo(new Shutdown(true));
    }

    @Test
    void lastWordsEndTheRunningCell() throws IOException {
        Message waiting = talk.sendCell("print before\nwait");
        talk.await(waiting, "stream");
        kernel.lastWords(new Outcome.Failed("KernelEnded", "the JVM ends", List.of()));
        Exchange run = talk.finish(waiting);
        assertThat(run.reply().path("evalue").asString()).isEqualTo("the JVM ends");
        assertThat(run.of("error")).hasSize(1);
        assertThat(run.text("stdout")).startsWith("before\n");
    }

    final Conversation talk() {
        return talk;
    }

    final TestClient client() {
        return client;
    }

    private List<String> states() {
        return talk.all().stream()
                .filter(m -> Conversation.type(m).equals("status"))
                .map(m -> m.content().path("execution_state").asString())
                .toList();
    }

    private String answerTo(String code, String prompt, boolean hidden) throws IOException {
        Message asking =
                talk.send(Channel.SHELL, "execute_request", cell(code).put("allow_stdin", true));
        JsonNode question = talk.await(asking, "input_request").content();
        assertThat(question.path("prompt").asString()).isEqualTo(prompt);
        assertThat(question.path("password").asBoolean()).isEqualTo(hidden);
        talk.send(Channel.STDIN, "input_reply", Json.object().put("value", "Ada"));
        return talk.finish(asking).result();
    }

    private JsonNode completeness(String code) throws IOException {
        return talk.ask(Channel.SHELL, "is_complete_request", Json.object().put("code", code))
                .reply();
    }

    private JsonNode history(String access, ObjectNode content) throws IOException {
        ObjectNode request = content.put("hist_access_type", access);
        return talk.ask(Channel.SHELL, "history_request", request).reply().path("history");
    }

    private static ObjectNode cell(String code) {
        return Json.object().put("code", code);
    }
}
