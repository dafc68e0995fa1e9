package dev.moka.kernel;

import dev.moka.kernel.transport.Address;
import dev.moka.kernel.transport.Transport;
import dev.moka.protocol.jupyter.RawMessage;
import java.io.IOException;

/// A transport that has a client as soon as it listens.
///
/// @param client runs on a thread of its own
record TrainedTransport(Transport transport, Runnable client) implements Transport {
    @Override
    public void start(Receiver receiver) throws IOException {
        transport.start(receiver);
        Thread.ofPlatform().daemon().name("training").start(client);
    }

    @Override
    public void send(RawMessage message, Address to) {
        transport.send(message, to);
    }

    @Override
    public void close() {
        transport.close();
    }
}
