package dev.moka.kernel.loop;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.zmq.ConnectionInfo;
import dev.moka.protocol.zmq.Multipart;
import dev.moka.protocol.zmq.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A front end on the ZeroMQ sockets, as Jupyter's own client is one. Not thread-safe.
final class ZmqClient implements TestClient {
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Poller poller = context.poller(4);
    private final Signer signer;

    ZmqClient(ConnectionInfo connection) {
        signer = new Signer(connection.key());
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        for (Channel channel : Channel.values()) {
            boolean broadcast = channel == Channel.IOPUB;
            ZMQ.Socket socket = context.socket(broadcast ? SocketType.SUB : SocketType.DEALER);
            socket.setLinger(0);
            if (broadcast) {
                socket.subscribe(new byte[0]);
            } else {
                socket.setIdentity(identity);
            }
            socket.connect(connection.address(channel));
            poller.register(socket, ZMQ.Poller.POLLIN);
            sockets.put(channel, socket);
        }
    }

    @Override
    public void send(Message message) {
        send(message.channel(), Multipart.encode(List.of(), message.toRaw(), signer));
    }

    void send(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = socket(channel);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    @Override
    public Optional<Message> receive(Duration patience) {
        poller.poll(patience.toMillis());
        // What is published stands before the reply that ends a request.
        for (Channel channel :
                List.of(Channel.IOPUB, Channel.STDIN, Channel.CONTROL, Channel.SHELL)) {
            byte[] first = socket(channel).recv(ZMQ.DONTWAIT);
            if (first != null) {
                List<byte[]> frames = new ArrayList<>(List.of(first));
                while (socket(channel).hasReceiveMore()) {
                    frames.add(socket(channel).recv());
                }
                return Optional.of(
                        Message.parse(Multipart.decode(channel, frames, signer).message()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        poller.close();
        sockets.values().forEach(ZMQ.Socket::close);
        context.close();
    }

    private ZMQ.Socket socket(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return socket;
    }
}
