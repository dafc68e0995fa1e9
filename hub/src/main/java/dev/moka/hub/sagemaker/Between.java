package dev.moka.hub.sagemaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A range of time as SageMaker's list operations have it; both ends are left out.
public record Between(@Nullable Instant after, @Nullable Instant before) {

    public boolean holds(Instant time) {
        return (after == null || time.isAfter(after)) && (before == null || time.isBefore(before));
    }
}
