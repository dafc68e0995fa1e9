package dev.moka.lab.journal;

import java.util.OptionalInt;

/// One execution of a cell: a request that a client sent, and how far it has come.
///
/// @param msgId the id of the `execute_request`
/// @param session the client session that asked
/// @param cellId the notebook's id of the cell, empty when the client gave none
/// @param start the position of the request in the log
/// @param end the position after the run's last message; -1 while there may be more
/// @param executionCount the number in the brackets, once it is known
public record CellRun(
        String msgId,
        String session,
        String cellId,
        long start,
        long end,
        State state,
        OptionalInt executionCount,
        boolean settled) {
    /// How far a run has come.
    public enum State {
        QUEUED,
        RUNNING,
        OK,
        ERROR,
        ABORTED;

        /// Whether the kernel has answered.
        public boolean isAnswered() {
            return this == OK || this == ERROR || this == ABORTED;
        }
    }

    /// Whether nothing more will come.
    public boolean isDone() {
        return end >= 0;
    }

    CellRun in(State next) {
        return new CellRun(msgId, session, cellId, start, end, next, executionCount, settled);
    }

    CellRun counted(int count) {
        return new CellRun(
                msgId, session, cellId, start, end, state, OptionalInt.of(count), settled);
    }

    CellRun endedAt(long position) {
        return new CellRun(msgId, session, cellId, start, position, state, executionCount, settled);
    }

    CellRun asSettled() {
        return new CellRun(msgId, session, cellId, start, end, state, executionCount, true);
    }
}
