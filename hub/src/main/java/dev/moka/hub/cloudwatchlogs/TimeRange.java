package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.logs.LogEvent;
import org.jspecify.annotations.Nullable;

/// A range of time: from `start` on, before `end`, in milliseconds since 1970.
record TimeRange(@Nullable Long start, @Nullable Long end) {

    boolean holds(LogEvent event) {
        return (start == null || event.timestamp() >= start)
                && (end == null || event.timestamp() < end);
    }
}
