package dev.moka.kernel.interpreter;

import tools.jackson.databind.node.ObjectNode;

/// The comms of a kernel: two-way connections, each opened by either side towards a named target on
/// the other.
public interface Comms {
    /// Lets the front end open comms to this target from now on. The last registration of a name
    /// counts.
    void register(String target, Target handler);

    /// Opens a comm to a target of the front end.
    Comm open(String target, ObjectNode data, Comm.Listener listener);

    /// What happens when the front end opens a comm.
    @FunctionalInterface
    interface Target {
        /// Takes a new comm.
        ///
        /// @param data what the front end sent with it
        /// @return what takes the messages that follow
        Comm.Listener opened(Comm comm, ObjectNode data);
    }
}
