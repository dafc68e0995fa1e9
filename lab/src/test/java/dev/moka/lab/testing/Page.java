package dev.moka.lab.testing;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A page's connection to a kernel, over the v1 WebSocket.
public final class Page implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final String session;
    private final WebSocket socket;
    private final Inbox listener;
    private final BlockingQueue<Message> inbox;
    private final List<Message> seen = new ArrayList<>();

    private Page(String session, WebSocket socket, Inbox listener) {
        this.session = session;
        this.socket = socket;
        this.listener = listener;
        this.inbox = listener.inbox;
    }

    /// Connects to a kernel as a client session.
    public static Page open(URI base, String kernel, String session) {
        Page page = openPaused(base, kernel, session);
        page.resume();
        return page;
    }

    /// Connects to a kernel, but reads nothing before {@link #resume}.
    public static Page openPaused(URI base, String kernel, String session) {
        Inbox listener = new Inbox(new LinkedBlockingQueue<>());
        URI uri =
                URI.create(
                        "ws"
                                + base.toString().substring("http".length())
                                + "/api/kernels/%s/channels?session_id=%s"
                                        .formatted(kernel, session));
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Authorization", "token " + Rest.TOKEN)
                        .subprotocols(WebSocketV1.SUBPROTOCOL)
                        .buildAsync(uri, listener)
                        .join();
        return new Page(session, socket, listener);
    }

    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<Message> inbox;
        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
        private volatile String end = "open";

        Inbox(BlockingQueue<Message> inbox) {
            this.inbox = inbox;
        }

        @Override
        public void onOpen(WebSocket socket) {
            // Nothing is asked for yet.
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            frame.writeBytes(part);
            if (last) {
                inbox.add(Message.parse(WebSocketV1.decode(frame.toByteArray())));
                frame.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end = "closed with " + code + " " + reason;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end = error.toString();
        }
    }

    /// Begins to read.
    public void resume() {
        socket.request(1);
    }

    /// Sends a request and returns its id.
    public String ask(Channel channel, String type, ObjectNode content, ObjectNode metadata) {
        Header header = Header.of(type, session, "ann");
        Message message = new Message(channel, header, null, metadata, content, List.of());
        byte[] frame = WebSocketV1.encode(message.toRaw());
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        return header.msgId();
    }

    /// Asks to run a cell and returns the request's id.
    public String run(String cellId, String code) {
        ObjectNode content =
                Json.object()
                        .put("code", code)
                        .put("silent", false)
                        .put("store_history", true)
                        .put("allow_stdin", true)
                        .put("stop_on_error", true);
        content.putObject("user_expressions");
        return ask(Channel.SHELL, "execute_request", content, Json.object().put("cellId", cellId));
    }

    /// Sends a message on the stdin channel.
    public void answerInput(Header parent, String value) {
        Header header = Header.of("input_reply", session, "ann");
        Message message =
                new Message(
                        Channel.STDIN,
                        header,
                        parent,
                        Json.object(),
                        Json.object().put("value", value),
                        List.of());
        socket.sendBinary(ByteBuffer.wrap(WebSocketV1.encode(message.toRaw())), true).join();
    }

    /// Waits for a message that fits.
    public Message await(Predicate<Message> fits) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (true) {
                Message next = inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError(
                            "no such message within %s; connection %s; seen: %s"
                                    .formatted(LIMIT, listener.end, types()));
                }
                seen.add(next);
                if (fits.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Waits until a request has been answered and the kernel is idle after it.
    public Message finish(String msgId) {
        boolean idle = false;
        Message reply = null;
        while (reply == null || !idle) {
            Message next = await(message -> parent(message).equals(msgId));
            idle |= isStatus(next, "idle");
            reply =
                    next.channel() != Channel.IOPUB && next.channel() != Channel.STDIN
                            ? next
                            : reply;
        }
        return reply;
    }

    /// Whether a message says that the kernel is in a state.
    public static boolean isStatus(Message message, String state) {
        return message.header().msgType().equals("status")
                && message.content().path("execution_state").asString("").equals(state);
    }

    /// The id of the request that a message answers.
    public static String parent(Message message) {
        Header parent = message.parent();
        return parent == null ? "" : parent.msgId();
    }

    /// Waits until the connection is gone; what came before is then in {@link #seen}.
    public void awaitEnd() throws InterruptedException {
        Eventually.that("the connection ends", () -> !listener.end.equals("open"));
        inbox.drainTo(seen);
    }

    /// What a request has printed, as far as it was received.
    public String printed(String msgId) {
        StringBuilder text = new StringBuilder();
        for (Message message : seen) {
            if (parent(message).equals(msgId) && message.header().msgType().equals("stream")) {
                text.append(message.content().path("text").asString(""));
            }
        }
        return text.toString();
    }

    /// All that was received.
    public List<Message> seen() {
        return seen;
    }

    /// Whether nothing that fits has come by now.
    public boolean sawNo(Predicate<Message> fits) {
        inbox.drainTo(seen);
        return seen.stream().noneMatch(fits);
    }

    private List<String> types() {
        return seen.stream()
                .map(message -> message.channel() + ":" + message.header().msgType())
                .toList();
    }

    /// Says good-bye, as a page that is closed does.
    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(1001, "").join();
        }
    }

    /// Falls silent, as a page whose network is gone.
    public void drop() {
        socket.abort();
    }
}
