package dev.moka.hub.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which training jobs of an account are wanted, in which order; whatever is absent does not
/// matter.
///
/// @param status a `TrainingJobStatus`
/// @param after where an earlier page ended: what the last job of it was sorted by, and its name
public record TrainingJobFilter(
        @Nullable String nameContains,
        @Nullable String status,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        @Nullable Instant modifiedAfter,
        @Nullable Instant modifiedBefore,
        SortBy sortBy,
        boolean descending,
        @Nullable Mark after,
        int limit) {
    /// The newest first.
    public static final TrainingJobFilter NEWEST = newest(100);

    /// What jobs are sorted by; jobs that are the same in it, by name.
    public enum SortBy {
        NAME,
        CREATION_TIME,
        STATUS
    }

    /// A place between two jobs of a sorted list.
    public record Mark(String sorted, String name) {}

    public static TrainingJobFilter newest(int limit) {
        return new TrainingJobFilter(
                null, null, null, null, null, null, SortBy.CREATION_TIME, true, null, limit);
    }

    public TrainingJobFilter from(@Nullable Mark mark) {
        return with(mark, limit);
    }

    TrainingJobFilter withLimit(int most) {
        return with(after, most);
    }

    private TrainingJobFilter with(@Nullable Mark mark, int most) {
        return new TrainingJobFilter(
                nameContains,
                status,
                createdAfter,
                createdBefore,
                modifiedAfter,
                modifiedBefore,
                sortBy,
                descending,
                mark,
                most);
    }

    /// The mark behind a job.
    public Mark behind(TrainingJob job) {
        String name = job.key().name().value();
        return switch (sortBy) {
            case NAME -> new Mark(name, name);
            case CREATION_TIME -> new Mark(Long.toString(job.createdAt().toEpochMilli()), name);
            case STATUS -> new Mark(job.status(), name);
        };
    }
}
