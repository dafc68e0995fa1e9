/// The ZeroMQ wire of the messaging protocol as data: the connection file, message signatures, and
/// the multipart framing. Nothing here opens a socket.
///
/// Source: <https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol>.
@NullMarked
package dev.moka.protocol.zmq;

import org.jspecify.annotations.NullMarked;
