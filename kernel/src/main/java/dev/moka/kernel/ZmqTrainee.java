package dev.moka.kernel;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.zmq.ConnectionInfo;
import dev.moka.protocol.zmq.Multipart;
import dev.moka.protocol.zmq.Signer;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A client on a connection file's ZeroMQ sockets.
final class ZmqTrainee implements Trainee {
    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket iopub = context.socket(SocketType.SUB);
    private final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    private final ZMQ.Socket control = context.socket(SocketType.DEALER);
    private final Signer signer;

    ZmqTrainee(ConnectionInfo connection) {
        signer = new Signer(connection.key());
        iopub.subscribe(new byte[0]);
        iopub.connect(connection.address(Channel.IOPUB));
        shell.connect(connection.address(Channel.SHELL));
        control.connect(connection.address(Channel.CONTROL));
    }

    @Override
    public void ask(Message request) {
        ZMQ.Socket socket = request.channel() == Channel.CONTROL ? control : shell;
        List<byte[]> frames = Multipart.encode(List.of(), request.toRaw(), signer);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
        Multipart.decode(request.channel(), receive(socket), signer);
    }

    @Override
    public void close() {
        iopub.close();
        shell.close();
        control.close();
        context.close();
    }

    private static List<byte[]> receive(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        frames.add(socket.recv());
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }
}
