package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.zmq.Multipart;
import dev.moka.protocol.zmq.SeenSignatures;
import dev.moka.protocol.zmq.Signer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// One ZeroMQ socket and the thread that owns it. The thread blocks until the socket or the send
/// queue has something.
class ZmqChannel implements AutoCloseable {
    private static final long QUEUED_BYTES = 16L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Channel channel;
    private final ZMQ.Context context;
    private final ZMQ.Socket socket;
    private final Signer signer;
    private final Transport.Receiver receiver;
    private final Log log;
    private final SendQueue queue = new SendQueue(QUEUED_BYTES, PATIENCE);
    private final WakePipe wake;
    private final SeenSignatures seen = new SeenSignatures();
    private final Thread thread;
    private volatile boolean closing;

    /// @param socket bound already; this channel closes it
    ZmqChannel(
            Channel channel,
            ZMQ.Context context,
            ZMQ.Socket socket,
            Signer signer,
            Waker waker,
            Transport.Receiver receiver,
            Log log)
            throws IOException {
        this.channel = channel;
        this.context = context;
        this.socket = socket;
        this.signer = signer;
        this.receiver = receiver;
        this.log = log;
        wake = new WakePipe(waker);
        thread =
                Thread.ofPlatform().daemon().name("zmq-" + channel.wireName()).unstarted(this::run);
    }

    final void start() {
        thread.start();
    }

    final void send(RawMessage message, Address to) {
        queue.add(message, to);
        wake.wake();
    }

    /// Sends what is queued and closes the socket; waits for the thread that does so.
    @Override
    public final void close() {
        closing = true;
        if (thread.getState() == Thread.State.NEW) {
            socket.close();
            return;
        }
        wake.wake();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes one message from the socket.
    void received(List<byte[]> frames) {
        Multipart multipart = Multipart.decode(channel, frames, signer);
        if (signer.signs() && !seen.add(multipart.signature())) {
            throw new ProtocolException(
                    "a message on %s came twice; the second is refused"
                            .formatted(channel.wireName()));
        }
        receiver.receive(multipart.message(), new Address(multipart.identities()));
    }

    /// Writes one message to the socket.
    void write(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    final boolean closing() {
        return closing;
    }

    final Signer signer() {
        return signer;
    }

    final ZMQ.Socket socket() {
        return socket;
    }

    private void run() {
        try (socket;
                wake;
                ZMQ.Poller poller = context.poller(2)) {
            int readable = poller.register(socket, ZMQ.Poller.POLLIN);
            poller.register(wake.channel(), ZMQ.Poller.POLLIN);
            while (!closing) {
                poller.poll();
                wake.drain();
                writeQueued();
                if (poller.pollin(readable)) {
                    readAll();
                }
            }
            writeQueued();
        } catch (IOException e) {
            log.error("channel " + channel.wireName() + " failed", e);
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                log.error("channel " + channel.wireName() + " failed", e);
            }
        }
    }

    private void writeQueued() {
        Optional<SendQueue.Entry> entry = queue.poll();
        while (entry.isPresent()) {
            SendQueue.Entry next = entry.get();
            write(Multipart.encode(next.to().identities(), next.message(), signer));
            entry = queue.poll();
        }
    }

    private void readAll() {
        byte[] first = socket.recv(ZMQ.DONTWAIT);
        while (first != null) {
            List<byte[]> frames = new ArrayList<>();
            frames.add(first);
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv());
            }
            try {
                received(frames);
            } catch (RuntimeException e) {
                log.info("refused: " + e.getMessage());
            }
            first = socket.recv(ZMQ.DONTWAIT);
        }
    }
}
