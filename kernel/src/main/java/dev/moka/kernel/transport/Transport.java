package dev.moka.kernel.transport;

import dev.moka.protocol.jupyter.RawMessage;
import java.io.IOException;

/// A way for messages between the kernel and its clients. Messages of one channel keep their order.
///
/// Memory is bounded: {@link #send} makes a sender wait while too much is under way to a client
/// that reads, but never for ever. A client that stopped reading loses messages rather than
/// stopping the user's code.
public interface Transport extends AutoCloseable {
    /// Listens, and from now on hands each message that comes in to the receiver, from a thread of
    /// the transport's own.
    ///
    /// @throws IOException when the address can't be used; the message names it
    void start(Receiver receiver) throws IOException;

    /// Sends a message on its channel.
    ///
    /// @param to the sender of the request that this answers; for IOPub, a topic
    void send(RawMessage message, Address to);

    /// Stops listening, after what was sent has left or a second or two have passed.
    @Override
    void close();

    /// Takes the messages that come in. Must return soon: it runs on a transport thread.
    @FunctionalInterface
    interface Receiver {
        /// Takes one message.
        ///
        /// @param from where a reply must go
        void receive(RawMessage message, Address from);
    }
}
