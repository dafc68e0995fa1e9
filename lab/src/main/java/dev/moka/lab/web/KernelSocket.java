package dev.moka.lab.web;

import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.KernelConnection;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.WebSocketV1;
import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsCloseContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/api/kernels/{kernel}/channels`: a browser's connection to a kernel.
final class KernelSocket {
    private static final Logger log = LoggerFactory.getLogger(KernelSocket.class);
    private static final String CONNECTION = "dev.moka.kernel.connection";
    private static final long LARGEST_MESSAGE = 256L << 20;
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int GOING_AWAY = 1001;
    private static final int NORMAL = 1000;
    private static final int NO_CODE = 1005;
    private static final int BAD_DATA = 1007;
    private static final int INTERNAL = 1011;
    private static final int NO_KERNEL = 4004;

    private KernelSocket() {}

    static void configure(WsConfig config) {
        config.onConnect(KernelSocket::connected);
        config.onBinaryMessage(KernelSocket::binary);
        config.onMessage(KernelSocket::text);
        config.onClose(KernelSocket::closed);
        config.onError(
                error -> log.debug("kernel socket {}: {}", error.sessionId(), error.error()));
    }

    private static void connected(WsConnectContext context)
            throws IOException, InterruptedException {
        Session socket = context.session;
        socket.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        socket.setMaxTextMessageSize(LARGEST_MESSAGE);
        socket.setIdleTimeout(SILENCE);
        Optional<Kernel> kernel =
                LabRouter.lab(context).house().kernels().find(context.pathParam("kernel"));
        if (kernel.isEmpty()) {
            context.closeSession(NO_KERNEL, "There is no such kernel");
            return;
        }
        String session = context.queryParam("session_id");
        if (session == null || session.isBlank()) {
            session = UUID.randomUUID().toString();
        }
        WebSocketSink sink = new WebSocketSink(socket, wire(socket));
        context.attribute(CONNECTION, kernel.get().connect(session, sink));
    }

    private static WebSocketSink.Wire wire(Session socket) {
        // Javalin accepts the first protocol that is offered, whatever it is.
        List<String> offered = socket.getUpgradeRequest().getSubProtocols();
        return !offered.isEmpty() && offered.getFirst().equals(WebSocketV1.SUBPROTOCOL)
                ? WebSocketSink.Wire.V1
                : WebSocketSink.Wire.LEGACY;
    }

    private static void binary(WsBinaryMessageContext context) {
        ByteBuffer data = context.data();
        switch (wire(context.session)) {
            case V1 -> {
                byte[] frame = new byte[data.remaining()];
                data.get(frame);
                pass(context, () -> frame);
            }
            case LEGACY -> pass(context, () -> KernelWire.frame(data));
        }
    }

    private static void text(WsMessageContext context) {
        pass(context, () -> KernelWire.frame(context.message()));
    }

    @FunctionalInterface
    private interface Frame {
        byte[] read();
    }

    private static void pass(WsContext context, Frame frame) {
        KernelConnection connection = context.attribute(CONNECTION);
        if (connection == null) {
            return;
        }
        try {
            connection.send(frame.read());
        } catch (ProtocolException e) {
            context.closeSession(BAD_DATA, shortened("Not a kernel message: " + e.getMessage()));
        } catch (IOException e) {
            log.warn("kernel socket {}", context.sessionId(), e);
            context.closeSession(INTERNAL, shortened("The message was not passed on: " + e));
        }
    }

    /// A close frame has room for 123 bytes of reason.
    private static String shortened(String reason) {
        return reason.length() > 100 ? reason.substring(0, 100) + "…" : reason;
    }

    private static void closed(WsCloseContext context) throws InterruptedException {
        KernelConnection connection = context.attribute(CONNECTION);
        if (connection != null) {
            int code = context.status();
            connection.ended(code == NORMAL || code == GOING_AWAY || code == NO_CODE);
        }
    }
}
