package dev.moka.hub.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of a job's life, as `SecondaryStatusTransitions` shows it.
///
/// @param end absent while it lasts
public record StatusTransition(
        String status, Instant start, @Nullable Instant end, String message) {

    StatusTransition ended(Instant at) {
        return end == null ? new StatusTransition(status, start, at, message) : this;
    }
}
