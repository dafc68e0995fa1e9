package dev.moka.lab.kernels;

import dev.moka.protocol.link.LinkFrame;
import java.io.IOException;

/// Who hears what comes over a {@link LinkClient}, all on the link's own thread.
public interface LinkListener {
    /// From where the kernel is to go on: asked at each connection.
    LinkFrame.Hello hello();

    /// The kernel has answered.
    void welcomed(LinkFrame.Welcome welcome) throws IOException;

    /// The kernel said something. It is acknowledged after this returns: store it first.
    void said(long sequence, byte[] frame) throws IOException;

    /// The connection is lost, and the kernel's process is no more.
    void gone();
}
