package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.IntConsumer;

/// One hub's connection to the kernel: a thread that reads, and after the greeting a thread that
/// writes.
final class LinkConnection implements AutoCloseable {
    private final SocketChannel socket;
    private final LinkOutbox outbox;
    private final Transport.Receiver receiver;
    private final Log log;

    LinkConnection(SocketChannel socket, LinkOutbox outbox, Transport.Receiver receiver, Log log) {
        this.socket = socket;
        this.outbox = outbox;
        this.receiver = receiver;
        this.log = log;
    }

    /// Serves the connection until it ends.
    ///
    /// @param greeted is called, with the connection's generation, once the client has proved to be
    ///   a hub
    void serve(IntConsumer greeted) {
        int generation = 0;
        try (socket) {
            if (!(LinkCodec.read(socket) instanceof LinkFrame.Hello hello)) {
                throw new ProtocolException("a link must begin with Hello");
            }
            LinkOutbox.Resumed resumed = outbox.resume(hello);
            generation = resumed.generation();
            greeted.accept(generation);
            LinkCodec.write(socket, resumed.welcome());
            Thread.ofPlatform()
                    .daemon()
                    .name("link-writer")
                    .start(() -> writeAll(resumed.generation()));
            readAll(generation);
        } catch (EOFException | ClosedChannelException e) {
            log.info("a hub has gone");
        } catch (IOException | ProtocolException e) {
            log.info("a hub's connection ended: " + e.getMessage());
        } finally {
            outbox.disconnect(generation);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readAll(int generation) throws IOException {
        while (true) {
            switch (LinkCodec.read(socket)) {
                case LinkFrame.Data(_, byte[] frame) ->
                        receiver.receive(WebSocketV1.decode(frame), Address.NONE);
                case LinkFrame.Ack(long sequence) -> outbox.acknowledge(generation, sequence);
                case LinkFrame.Hello _, LinkFrame.Welcome _ ->
                        throw new ProtocolException("a greeting in the middle of a link");
            }
        }
    }

    private void writeAll(int generation) {
        try {
            Optional<LinkFrame.Data> data = outbox.take(generation);
            while (data.isPresent()) {
                LinkCodec.write(socket, data.get());
                data = outbox.take(generation);
            }
        } catch (IOException e) {
            // The reader sees the same end and says so.
            outbox.disconnect(generation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
