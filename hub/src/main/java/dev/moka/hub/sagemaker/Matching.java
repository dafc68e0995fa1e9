package dev.moka.hub.sagemaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What every list operation can ask for: a part of the name, and when a thing was made and
/// changed.
public record Matching(@Nullable String nameContains, Between created, Between modified) {

    public boolean holds(String name, Instant createdAt, Instant modifiedAt) {
        return (nameContains == null || name.contains(nameContains))
                && created.holds(createdAt)
                && modified.holds(modifiedAt);
    }
}
