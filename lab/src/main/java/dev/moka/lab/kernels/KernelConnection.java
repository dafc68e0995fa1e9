package dev.moka.lab.kernels;

import java.io.IOException;

/// A client's connection to a kernel.
public final class KernelConnection {
    private final Kernel kernel;
    private final String session;
    private volatile long token;

    KernelConnection(Kernel kernel, String session) {
        this.kernel = kernel;
        this.session = session;
    }

    void attached(long given) {
        this.token = given;
    }

    /// Tells this connection of its session from earlier and later ones.
    public long token() {
        return token;
    }

    /// Takes a WebSocket v1 frame from the client and passes it on to the kernel.
    ///
    /// @throws dev.moka.protocol.jupyter.ProtocolException when it is not a frame
    public void send(byte[] frame) throws IOException {
        kernel.ask(session, frame);
    }

    /// Takes notice that the client has gone.
    ///
    /// @param forGood whether it said good-bye, and did not just fall silent
    public void ended(boolean forGood) throws InterruptedException {
        kernel.clients().detach(session, token, forGood);
    }
}
