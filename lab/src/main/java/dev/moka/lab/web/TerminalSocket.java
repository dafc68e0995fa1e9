package dev.moka.lab.web;

import dev.moka.lab.terminals.Terminal;
import dev.moka.lab.terminals.TerminalSink;
import dev.moka.protocol.jupyter.Json;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `/terminals/websocket/{terminal}`: JSON arrays `["stdin", …]`, `["set_size", rows, columns, …]`
/// from the page, `["setup", {}]`, `["stdout", …]`, `["disconnect", 1]` to it, as terminado has
/// them.
final class TerminalSocket {
    private static final Logger log = LoggerFactory.getLogger(TerminalSocket.class);
    private static final String TERMINAL = "dev.moka.terminal";
    private static final String VIEW = "dev.moka.terminal.view";
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long LARGEST_PASTE = 16L << 20;
    private static final int NO_TERMINAL = 4004;
    private static final int BAD_DATA = 1007;

    private TerminalSocket() {}

    static void configure(WsConfig config) {
        config.onConnect(TerminalSocket::connected);
        config.onMessage(TerminalSocket::message);
        config.onClose(TerminalSocket::ended);
        config.onError(TerminalSocket::ended);
    }

    private static void connected(WsConnectContext context) {
        String name = context.pathParam("terminal");
        Optional<Terminal> terminal = LabRouter.lab(context).terminals().find(name);
        if (terminal.isEmpty()) {
            context.closeSession(NO_TERMINAL, "Terminal not found: " + name);
            return;
        }
        Session socket = context.session;
        socket.setIdleTimeout(SILENCE);
        socket.setMaxTextMessageSize(LARGEST_PASTE);
        socket.sendText("[\"setup\", {}]", Callback.NOOP);
        context.attribute(TERMINAL, terminal.get());
        context.attribute(VIEW, terminal.get().show(new Sink(socket)));
    }

    private static void message(WsMessageContext context) {
        Terminal terminal = context.attribute(TERMINAL);
        if (terminal == null) {
            return;
        }
        try {
            JsonNode message = Json.mapper().readTree(context.message());
            switch (message.path(0).asString("")) {
                case "stdin" -> terminal.type(message.path(1).asString(""));
                case "set_size" ->
                        terminal.resize(message.path(1).asInt(24), message.path(2).asInt(80));
                default -> log.debug("a terminal message of an unknown kind");
            }
        } catch (JacksonException e) {
            context.closeSession(BAD_DATA, "Not a terminal message: not JSON");
        } catch (IOException e) {
            log.debug("terminal {}: {}", terminal.name(), e.toString());
        }
    }

    private static void ended(WsContext context) {
        Terminal.View view = context.attribute(VIEW);
        if (view != null) {
            view.close();
        }
    }

    private record Sink(Session socket, Semaphore window) implements TerminalSink {
        private static final int UNDER_WAY = 8;
        private static final int PIECE = 32 * 1024;
        private static final long PATIENCE_SECONDS = 60;

        Sink(Session socket) {
            this(socket, new Semaphore(UNDER_WAY));
        }

        @Override
        public void stdout(String text) throws IOException, InterruptedException {
            for (int from = 0; from < text.length(); from += PIECE) {
                send("stdout", text.substring(from, Math.min(text.length(), from + PIECE)));
            }
        }

        private void send(String kind, String text) throws IOException, InterruptedException {
            if (!window.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS) || !socket.isOpen()) {
                throw new IOException("the page does not read");
            }
            byte[] json = Json.bytes(Json.array().add(kind).add(text));
            socket.sendText(
                    new String(json, StandardCharsets.UTF_8),
                    Callback.from(window::release, _ -> window.release()));
        }

        @Override
        public void disconnect() {
            socket.sendText("[\"disconnect\", 1]", Callback.NOOP);
            socket.close(1000, "The shell has ended", Callback.NOOP);
        }

        @Override
        public void keepAlive() throws IOException {
            if (!socket.isOpen()) {
                throw new IOException("the page has gone");
            }
            socket.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }
}
