package dev.moka.kernel.interpreter;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One two-way connection between code in the kernel and a part of the front end, for example a
/// widget and its view.
public interface Comm {
    /// Unique, chosen by the side that opened it.
    String id();

    /// The name it was opened to.
    String target();

    /// Sends data to the front end.
    ///
    /// @param buffers binary attachments
    void send(ObjectNode data, List<byte[]> buffers);

    /// Ends the connection. Does nothing when it has ended.
    void close(ObjectNode data);

    /// Takes what the front end sends. Called in order, on the thread that runs cells.
    interface Listener {
        /// Takes one message.
        ///
        /// @param buffers binary attachments
        void received(ObjectNode data, List<byte[]> buffers);

        /// The front end has ended the connection.
        void closed(ObjectNode data);
    }
}
