package dev.moka.kernel.transport;

import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The hub's end of a link, by hand.
final class Hub implements AutoCloseable {
    private final SocketChannel socket;
    private final LinkFrame.Welcome welcome;

    Hub(Path path, String epoch, long last) throws IOException {
        socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        LinkCodec.write(socket, new LinkFrame.Hello(epoch, last));
        welcome = (LinkFrame.Welcome) LinkCodec.read(socket);
    }

    LinkFrame.Welcome welcome() {
        return welcome;
    }

    LinkFrame.Data read() throws IOException {
        return (LinkFrame.Data) LinkCodec.read(socket);
    }

    /// The content of the next message.
    String readText() throws IOException {
        return text(read());
    }

    static String text(LinkFrame.Data data) {
        return new String(WebSocketV1.decode(data.frame()).content(), StandardCharsets.UTF_8);
    }

    void acknowledge(long sequence) throws IOException {
        LinkCodec.write(socket, new LinkFrame.Ack(sequence));
    }

    void send(RawMessage message) throws IOException {
        LinkCodec.write(socket, new LinkFrame.Data(0, WebSocketV1.encode(message)));
    }

    void sendNonsense() throws IOException {
        LinkCodec.write(socket, new LinkFrame.Data(0, new byte[] {1, 2, 3}));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
