package dev.moka.lab.terminals;

import java.io.IOException;

/// Where the output of a terminal goes: one page's WebSocket.
public interface TerminalSink {
    /// Shows text, waiting while too much is under way.
    void stdout(String text) throws IOException, InterruptedException;

    /// Says that the shell has ended.
    void disconnect();

    /// Shows that the connection is in use.
    void keepAlive() throws IOException;
}
