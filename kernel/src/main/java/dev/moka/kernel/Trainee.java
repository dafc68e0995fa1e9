package dev.moka.kernel;

import dev.moka.protocol.jupyter.Message;
import java.io.IOException;

/// A minimal client that drives a kernel in its own process.
interface Trainee extends AutoCloseable {
    /// Sends a request and waits for its reply.
    void ask(Message request) throws IOException;

    @Override
    void close() throws IOException;
}
