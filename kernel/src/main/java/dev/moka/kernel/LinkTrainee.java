package dev.moka.kernel;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A client on the kernel's Unix-domain socket.
final class LinkTrainee implements Trainee {
    private final SocketChannel socket;

    LinkTrainee(Path path) throws IOException {
        socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        LinkCodec.write(socket, new LinkFrame.Hello("", 0));
    }

    @Override
    public void ask(Message request) throws IOException {
        LinkCodec.write(socket, new LinkFrame.Data(0, WebSocketV1.encode(request.toRaw())));
        while (true) {
            if (LinkCodec.read(socket) instanceof LinkFrame.Data(long sequence, byte[] frame)) {
                RawMessage raw = WebSocketV1.decode(frame);
                LinkCodec.write(socket, new LinkFrame.Ack(sequence));
                if (raw.channel() != Channel.IOPUB) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
