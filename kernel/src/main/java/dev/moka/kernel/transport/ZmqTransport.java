package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.zmq.ConnectionInfo;
import dev.moka.protocol.zmq.Signer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The five ZeroMQ sockets of a connection file, for any Jupyter. Each has its own thread.
/// Unsigned, wrongly signed and repeated messages are dropped and noted in the log.
public final class ZmqTransport implements Transport {
    private static final int LINGER_MILLIS = 1000;

    private final Connection file;
    private final Log log;
    private final List<ZmqChannel> channels = new ArrayList<>();
    private Optional<ZMQ.Context> context = Optional.empty();

    /// @param file says where to listen; read when the transport starts
    public ZmqTransport(Connection file, Log log) {
        this.file = file;
        this.log = log;
    }

    @Override
    public void start(Receiver receiver) throws IOException {
        ConnectionInfo connection = file.read();
        ZMQ.Context zmq = ZMQ.context(1);
        context = Optional.of(zmq);
        Waker waker = new Waker();
        var sockets = new Sockets(connection, zmq, waker, receiver);
        channels.add(sockets.broadcast());
        channels.add(sockets.router(Channel.STDIN));
        channels.add(sockets.router(Channel.CONTROL));
        channels.add(sockets.router(Channel.SHELL));
        ZMQ.Socket heartbeat = sockets.bind(SocketType.REP, connection.heartbeatAddress(), _ -> {});
        waker.start();
        Thread.ofPlatform().daemon().name("zmq-heartbeat").start(() -> beat(heartbeat));
        channels.forEach(ZmqChannel::start);
    }

    @Override
    public void send(RawMessage message, Address to) {
        channels.get(index(message.channel())).send(message, to);
    }

    @Override
    public void close() {
        channels.forEach(ZmqChannel::close);
        // Ends the heartbeat's wait, and waits until the sockets have sent what they hold, at most
        // their linger time.
        context.ifPresent(ZMQ.Context::close);
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

    private static void configure(ZMQ.Socket router) {
        // A client that reconnects under its old identity is otherwise ignored until the old
        // connection is seen to be dead.
        router.setRouterHandover(true);
        router.setHWM(0);
    }

    private void beat(ZMQ.Socket socket) {
        try (socket) {
            while (true) {
                socket.send(socket.recv());
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                log.error("the heartbeat stopped", e);
            }
        }
    }

    /// Tells where to listen.
    @FunctionalInterface
    public interface Connection {
        /// Reads the connection file.
        ConnectionInfo read() throws IOException;
    }

    /// Opens the sockets of a connection.
    private final class Sockets {
        private final ConnectionInfo connection;
        private final ZMQ.Context zmq;
        private final Waker waker;
        private final Receiver receiver;

        Sockets(ConnectionInfo connection, ZMQ.Context zmq, Waker waker, Receiver receiver) {
            this.connection = connection;
            this.zmq = zmq;
            this.waker = waker;
            this.receiver = receiver;
        }

        ZmqChannel broadcast() throws IOException {
            String address = connection.address(Channel.IOPUB);
            ZMQ.Socket socket = bind(SocketType.XPUB, address, ZmqBroadcast::configure);
            return new ZmqBroadcast(zmq, socket, signer(), waker, log);
        }

        ZmqChannel router(Channel channel) throws IOException {
            String address = connection.address(channel);
            ZMQ.Socket socket = bind(SocketType.ROUTER, address, ZmqTransport::configure);
            return new ZmqChannel(channel, zmq, socket, signer(), waker, receiver, log);
        }

        ZMQ.Socket bind(SocketType type, String address, Consumer<ZMQ.Socket> options)
                throws IOException {
            ZMQ.Socket socket = zmq.socket(type);
            socket.setLinger(LINGER_MILLIS);
            options.accept(socket);
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

        private Signer signer() {
            return new Signer(connection.key());
        }
    }
}
