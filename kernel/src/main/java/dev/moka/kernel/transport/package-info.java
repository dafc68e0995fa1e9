/// How messages get to and from the kernel: ZeroMQ sockets for any Jupyter, or a Unix-domain socket
/// for our own server. Both pass whole messages and know nothing of what they mean.
@NullMarked
package dev.moka.kernel.transport;

import org.jspecify.annotations.NullMarked;
