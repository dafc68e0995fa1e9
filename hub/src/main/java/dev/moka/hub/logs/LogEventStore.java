package dev.moka.hub.logs;

import java.util.List;
import java.util.Optional;

/// Keeps the events of streams in the order in which they came, in constant memory however many
/// they are.
///
/// A position is a place between two events: 0 is the beginning, [Page#end] of the last page the
/// end. What was appended before a crash is there after it, without half events.
public interface LogEventStore {

    /// Adds events at the end of a stream.
    void append(String stream, List<LogEvent> events);

    /// Reads on from a position. A page ends after `limits`; also when nothing in it was wanted.
    Page forward(String stream, long position, Wanted wanted, Limits limits);

    /// Reads what comes before a position, in the order of the stream; [Long#MAX_VALUE] is the end.
    Page backward(String stream, long position, Wanted wanted, Limits limits);

    /// What is known of a stream without reading it; empty when it has no events.
    Optional<Summary> summary(String stream);

    void delete(String stream);

    /// Which events are wanted.
    @FunctionalInterface
    interface Wanted {
        boolean test(LogEvent event);
    }

    /// How much a page may hold.
    ///
    /// @param events that are wanted
    /// @param bytes that are read for it
    record Limits(int events, long bytes) {}

    /// Some events of a stream.
    ///
    /// @param start the position before the first event that was looked at
    /// @param end the position after the last event that was looked at
    /// @param atEdge whether nothing is beyond the page in its direction at this moment
    record Page(List<Placed> events, long start, long end, boolean atEdge) {
        public Page {
            events = List.copyOf(events);
        }
    }

    /// An event and the position before it, which names it in its stream.
    record Placed(long position, LogEvent event) {}

    /// The first and the last event of a stream.
    record Summary(long firstTimestamp, long lastTimestamp, long lastIngestedAt, long bytes) {}

    /// A position that is not between two events.
    final class NoSuchPosition extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoSuchPosition(long position) {
            super("There is no event at position " + position);
        }
    }
}
