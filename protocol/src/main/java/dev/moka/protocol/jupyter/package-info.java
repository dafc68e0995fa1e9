/// The Jupyter messaging protocol 5.x as data: messages, their wire parts, and the two framings we
/// speak (WebSocket subprotocol v1 and signed ZeroMQ multipart).
///
/// Sources: <https://jupyter-client.readthedocs.io/en/stable/messaging.html> and
/// <https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html>.
@NullMarked
package dev.moka.protocol.jupyter;

import org.jspecify.annotations.NullMarked;
