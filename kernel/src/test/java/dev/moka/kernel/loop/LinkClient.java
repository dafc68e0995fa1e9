package dev.moka.kernel.loop;

import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A front end on the Unix-domain socket.
final class LinkClient implements TestClient {
    private final SocketChannel socket;
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();

    LinkClient(Path path) throws IOException {
        socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        LinkCodec.write(socket, new LinkFrame.Hello("", 0));
        Thread.ofPlatform().daemon().start(this::readAll);
    }

    @Override
    public void send(Message message) throws IOException {
        LinkCodec.write(socket, new LinkFrame.Data(0, WebSocketV1.encode(message.toRaw())));
    }

    @Override
    public Optional<Message> receive(Duration patience) {
        try {
            return Optional.ofNullable(received.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readAll() {
        try {
            while (true) {
                if (LinkCodec.read(socket) instanceof LinkFrame.Data(_, byte[] frame)) {
                    received.add(Message.parse(WebSocketV1.decode(frame)));
                }
            }
        } catch (IOException e) {
            // The test has closed one of the ends.
        }
    }
}
