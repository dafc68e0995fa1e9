package dev.moka.kernel.loop;

import dev.moka.protocol.jupyter.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A front end's end of a transport.
interface TestClient extends AutoCloseable {
    void send(Message message) throws IOException;

    /// The next message on any channel.
    Optional<Message> receive(Duration patience) throws IOException;

    @Override
    void close() throws IOException;
}
