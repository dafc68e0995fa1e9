package dev.moka.kernel.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// What a front end and a kernel say to each other.
final class Conversation {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestClient client;
    private final List<Message> all = new ArrayList<>();

    Conversation(TestClient client) {
        this.client = client;
    }

    /// Sends a request and does not wait.
    Message send(Channel channel, String type, ObjectNode content) throws IOException {
        Message message = message(channel, type, content, Json.object());
        client.send(message);
        return message;
    }

    static Message message(Channel channel, String type, ObjectNode content, ObjectNode metadata) {
        Header header = Header.of(type, "test-session", "tester");
        return new Message(channel, header, null, metadata, content, List.of());
    }

    Message sendCell(String code) throws IOException {
        return send(Channel.SHELL, "execute_request", Json.object().put("code", code));
    }

    /// Sends a request and waits for its reply and its `idle`.
    Exchange ask(Channel channel, String type, ObjectNode content) throws IOException {
        return finish(send(channel, type, content));
    }

    Exchange ask(Channel channel, String type) throws IOException {
        return ask(channel, type, Json.object());
    }

    Exchange run(String code) throws IOException {
        return finish(sendCell(code));
    }

    Exchange run(ObjectNode content) throws IOException {
        return ask(Channel.SHELL, "execute_request", content);
    }

    /// Waits for a request's reply and `idle`.
    Exchange finish(Message request) throws IOException {
        await(
                answers(request)
                        .and(m -> m.channel() != Channel.IOPUB && m.channel() != Channel.STDIN));
        awaitIdle(request);
        return exchange(request);
    }

    void awaitIdle(Message request) throws IOException {
        await(answers(request).and(m -> isStatus(m, "idle")));
    }

    /// All that came of a request so far.
    Exchange exchange(Message request) {
        return new Exchange(all.stream().filter(answers(request)).toList());
    }

    /// All messages so far, in the order in which they came.
    List<Message> all() {
        return List.copyOf(all);
    }

    /// Waits until some message has come, or had come before.
    Message await(Predicate<Message> wanted) throws IOException {
        Optional<Message> known = all.stream().filter(wanted).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Message> next = client.receive(Duration.ofMillis(200));
            next.ifPresent(all::add);
            if (next.filter(wanted).isPresent()) {
                return next.get();
            }
        }
        throw new AssertionError("no such message came; these did: " + all);
    }

    Message await(Message request, String type) throws IOException {
        return await(answers(request).and(m -> type(m).equals(type)));
    }

    static Predicate<Message> answers(Message request) {
        String id = request.header().msgId();
        return m -> m.parent() != null && m.parent().msgId().equals(id);
    }

    static boolean isStatus(Message message, String state) {
        return type(message).equals("status")
                && message.content().path("execution_state").asString("").equals(state);
    }

    static String type(Message message) {
        return message.header().msgType();
    }

    /// What came of one request.
    record Exchange(List<Message> messages) {
        ObjectNode reply() {
            return messages.stream()
                    .filter(m -> m.channel() == Channel.SHELL || m.channel() == Channel.CONTROL)
                    .findFirst()
                    .orElseThrow()
                    .content();
        }

        String status() {
            return reply().path("status").asString();
        }

        List<Message> of(String type) {
            return messages.stream().filter(m -> type(m).equals(type)).toList();
        }

        /// The types of what was published, with the state of a status.
        List<String> published() {
            return messages.stream()
                    .filter(m -> m.channel() == Channel.IOPUB)
                    .map(m ->
                            type(m).equals("status")
                                    ? m.content().path("execution_state").asString()
                                    : type(m))
                    .toList();
        }

        /// What was printed to a stream.
        String text(String stream) {
            StringBuilder text = new StringBuilder();
            of("stream").stream()
                    .map(Message::content)
                    .filter(content -> content.path("name").asString().equals(stream))
                    .forEach(content -> text.append(content.path("text").asString()));
            return text.toString();
        }

        String result() {
            List<Message> results = of("execute_result");
            assertThat(results).hasSize(1);
            return results.getFirst().content().path("data").path("text/plain").asString();
        }
    }
}
