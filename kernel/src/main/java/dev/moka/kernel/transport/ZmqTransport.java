package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.zmq.ConnectionInfo;
import dev.moka.protocol.zmq.Signer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The five ZeroMQ sockets of a connection file, for any Jupyter. Each has its own thread.
/// Unsigned, wrongly signed and repeated messages are dropped and noted in the log.
public final class ZmqTransport implements Transport {
    private static final int LINGER_MILLIS = 1000;

    private final ConnectionInfo connection;
    private final Log log;
    private final ZMQ.Context context = ZMQ.context(1);
    private final List<ZmqChannel> channels = new ArrayList<>();
    private final Waker waker = new Waker();
    private final Thread heartbeat =
            Thread.ofPlatform().daemon().name("zmq-heartbeat").unstarted(this::beat);

    /// @param connection where to listen
    public ZmqTransport(ConnectionInfo connection, Log log) {
        this.connection = connection;
        this.log = log;
    }

    @Override
    public void start(Receiver receiver) throws IOException {
        add(
                new ZmqBroadcast(
                        context,
                        bind(
                                SocketType.XPUB,
                                connection.address(Channel.IOPUB),
                                ZmqBroadcast::configure),
                        new Signer(connection.key()),
                        waker,
                        UUID.randomUUID().toString(),
                        log));
        add(router(Channel.STDIN, receiver));
        add(router(Channel.CONTROL, receiver));
        add(router(Channel.SHELL, receiver));
        waker.start();
        heartbeat.start();
        channels.forEach(ZmqChannel::start);
    }

    @Override
    public void send(RawMessage message, Address to) {
        channels.get(index(message.channel())).send(message, to);
    }

    @Override
    public void close() {
        channels.forEach(ZmqChannel::close);
        waker.close();
        // Ends the heartbeat's wait, and waits until the sockets have sent what they hold, at most
        // their linger time.
        context.close();
    }

    private void add(ZmqChannel channel) {
        channels.add(channel);
    }

    /// The order in which {@link #start} adds the channels.
    private static int index(Channel channel) {
        return switch (channel) {
            case IOPUB -> 0;
            case STDIN -> 1;
            case CONTROL -> 2;
            case SHELL -> 3;
        };
    }

    private ZmqChannel router(Channel channel, Receiver receiver) throws IOException {
        ZMQ.Socket socket =
                bind(SocketType.ROUTER, connection.address(channel), ZmqTransport::configure);
        return new ZmqChannel(
                channel, context, socket, new Signer(connection.key()), waker, receiver, log);
    }

    private static void configure(ZMQ.Socket router) {
        // A client that reconnects under its old identity is otherwise ignored until the old
        // connection is seen to be dead.
        router.setRouterHandover(true);
        router.setHWM(0);
    }

    private ZMQ.Socket bind(SocketType type, String address, Consumer<ZMQ.Socket> options)
            throws IOException {
        ZMQ.Socket socket = context.socket(type);
        options.accept(socket);
        socket.setLinger(LINGER_MILLIS);
        try {
            socket.bind(address);
            return socket;
        } catch (ZMQException e) {
            socket.close();
            throw new IOException(
                    "can't listen on %s: %s. Is another kernel using this connection file?"
                            .formatted(address, e.getMessage()),
                    e);
        }
    }

    private void beat() {
        try (ZMQ.Socket socket = bind(SocketType.REP, connection.heartbeatAddress(), _ -> {})) {
            while (true) {
                socket.send(socket.recv());
            }
        } catch (IOException e) {
            log.error("no heartbeat", e);
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                log.error("the heartbeat stopped", e);
            }
        }
    }
}
