package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.zmq.Multipart;
import dev.moka.protocol.zmq.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.zeromq.ZMQ;
import tools.jackson.databind.node.ObjectNode;

/// The IOPub channel: an XPUB socket that welcomes each subscriber (`iopub_welcome`, JEP 65) and
/// waits for a slow one instead of losing its messages. One that stands still is not waited for.
final class ZmqBroadcast extends ZmqChannel {
    private static final int HIGH_WATER = 400;
    private static final int WAIT_MILLIS = 250;
    private static final int WAITS = 40;
    private static final byte SUBSCRIBE = 1;

    private final String session = Ids.next();
    private final Log log;
    private boolean stalled;
    private long dropped;

    ZmqBroadcast(ZMQ.Context context, ZMQ.Socket socket, Signer signer, Waker waker, Log log)
            throws IOException {
        super(Channel.IOPUB, context, socket, signer, waker, (_, _) -> {}, log);
        this.log = log;
    }

    /// Sets the socket's options, which must be done before it is bound.
    static void configure(ZMQ.Socket socket) {
        socket.setXpubNoDrop(true);
        socket.setXpubVerbose(true);
        socket.setSndHWM(HIGH_WATER);
        socket.setSendTimeOut(WAIT_MILLIS);
    }

    @Override
    void received(List<byte[]> frames) {
        byte[] event = frames.getFirst();
        if (event.length == 0 || event[0] != SUBSCRIBE) {
            return;
        }
        byte[] topic = Arrays.copyOfRange(event, 1, event.length);
        ObjectNode content = Json.object();
        content.put("subscription", new String(topic, StandardCharsets.UTF_8));
        Message welcome =
                new Message(
                        Channel.IOPUB,
                        Header.of("iopub_welcome", session, "kernel"),
                        null,
                        Json.object(),
                        content,
                        List.of());
        write(Multipart.encode(List.of(topic), welcome.toRaw(), signer()));
    }

    @Override
    void write(List<byte[]> frames) {
        if (!writeFirst(frames.getFirst())) {
            dropped++;
            return;
        }
        if (dropped > 0) {
            log.info("a client did not read; it missed " + dropped + " messages");
            dropped = 0;
        }
        for (int i = 1; i < frames.size(); i++) {
            int flags = i < frames.size() - 1 ? ZMQ.SNDMORE : 0;
            boolean sent = socket().send(frames.get(i), flags);
            // A message that has begun must end: half a message would spoil the next.
            while (!sent && !closing()) {
                sent = socket().send(frames.get(i), flags);
            }
        }
    }

    private boolean writeFirst(byte[] frame) {
        if (stalled) {
            stalled = !socket().send(frame, ZMQ.SNDMORE | ZMQ.DONTWAIT);
            return !stalled;
        }
        for (int i = 0; i < WAITS && !closing(); i++) {
            if (socket().send(frame, ZMQ.SNDMORE)) {
                return true;
            }
        }
        stalled = true;
        return false;
    }
}
