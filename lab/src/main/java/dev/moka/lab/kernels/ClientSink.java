package dev.moka.lab.kernels;

import java.io.IOException;

/// Where one client's frames go: a WebSocket, or whatever stands in for it.
public interface ClientSink {
    /// Sends a frame, waiting while too much is under way.
    ///
    /// @param delivered called once the frame has been handed to the network
    /// @throws IOException when the connection is gone
    void send(byte[] frame, Runnable delivered) throws IOException, InterruptedException;

    /// Shows the peer, and everything between, that the connection is in use, and asks whether
    /// there still is a peer.
    ///
    /// @throws IOException when it has not answered for long
    void keepAlive() throws IOException;

    /// Ends the connection; one who waits in {@link #send} is let go.
    ///
    /// @param code a WebSocket close code
    void close(int code, String reason);
}
