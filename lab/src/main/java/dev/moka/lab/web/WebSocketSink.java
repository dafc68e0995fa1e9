package dev.moka.lab.web;

import dev.moka.lab.journal.FramePeek;
import dev.moka.lab.kernels.ClientSink;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/// A browser's WebSocket as the end of a kernel's feed. At most 1 MiB is under way; who wants to
/// send more waits.
final class WebSocketSink implements ClientSink {
    private static final int WINDOW_KIB = 1024;

    /// A ping may wait behind output on a slow line; only when this many stay unanswered has the
    /// page gone.
    private static final int PINGS = 2;

    private final Session socket;
    private final Wire wire;
    private final Semaphore window = new Semaphore(WINDOW_KIB, true);
    private volatile boolean closed;
    private long heard;
    private int unanswered;

    /// How frames are written.
    enum Wire {
        /// As they are.
        V1,
        /// As JSON.
        LEGACY
    }

    WebSocketSink(Session socket, Wire wire) {
        this.socket = socket;
        this.wire = wire;
    }

    @Override
    public void send(byte[] frame, Runnable delivered) throws IOException, InterruptedException {
        int cost = Math.clamp(frame.length / 1024 + 1, 1, WINDOW_KIB);
        window.acquire(cost);
        if (closed || !socket.isOpen()) {
            throw new IOException("the WebSocket is closed");
        }
        Callback done =
                Callback.from(
                        () -> {
                            delivered.run();
                            window.release(cost);
                        },
                        failure -> {
                            closed = true;
                            window.release(WINDOW_KIB);
                        });
        switch (wire) {
            case V1 -> socket.sendBinary(ByteBuffer.wrap(frame), done);
            case LEGACY -> sendLegacy(frame, done);
        }
    }

    private void sendLegacy(byte[] frame, Callback done) {
        RawMessage message = WebSocketV1.decode(frame);
        FramePeek peek = FramePeek.of(frame);
        if (KernelWire.hasBuffers(message)) {
            socket.sendBinary(ByteBuffer.wrap(KernelWire.binary(message, peek)), done);
        } else {
            String text = new String(KernelWire.text(message, peek), StandardCharsets.UTF_8);
            socket.sendText(text, done);
        }
    }

    @Override
    public void keepAlive() throws IOException {
        if (!socket.isOpen()) {
            throw new IOException("the WebSocket is closed");
        }
        long now = received();
        unanswered = now == heard ? unanswered + 1 : 0;
        heard = now;
        if (unanswered > PINGS) {
            // A network that is gone says nothing; the socket would look open for a quarter of an
            // hour.
            closed = true;
            socket.disconnect();
            throw new IOException("the page has not answered %d pings".formatted(PINGS));
        }
        socket.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    /// The bytes that the peer has sent; its answers to pings count. Javalin tells of no pongs.
    private long received() {
        return socket instanceof WebSocketSession session
                        && session.getCoreSession() instanceof WebSocketCoreSession core
                ? core.getConnection().getBytesIn()
                : heard + 1;
    }

    @Override
    public void close(int code, String reason) {
        closed = true;
        window.release(WINDOW_KIB);
        socket.close(code, reason, Callback.NOOP);
    }
}
