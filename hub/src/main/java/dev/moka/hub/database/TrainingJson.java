package dev.moka.hub.database;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.moka.hub.training.JobState;
import dev.moka.hub.training.Outcome;
import dev.moka.hub.training.S3Uri;
import dev.moka.hub.training.StatusTransition;
import dev.moka.hub.training.TrainingJob;
import dev.moka.hub.training.TrainingJobSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// The parts of a training job that are one column of JSON each.
final class TrainingJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addMixIn(JobState.class, OneOfSeveral.class)
                    .addMixIn(Outcome.class, OneOfSeveral.class)
                    .registerSubtypes(
                            new NamedType(JobState.Queued.class, "Queued"),
                            new NamedType(JobState.Downloading.class, "Downloading"),
                            new NamedType(JobState.Training.class, "Training"),
                            new NamedType(JobState.Stopping.class, "Stopping"),
                            new NamedType(JobState.Uploading.class, "Uploading"),
                            new NamedType(JobState.Ended.class, "Ended"),
                            new NamedType(Outcome.Completed.class, "Completed"),
                            new NamedType(Outcome.Failed.class, "Failed"),
                            new NamedType(Outcome.Stopped.class, "Stopped"),
                            new NamedType(Outcome.MaxRuntimeExceeded.class, "MaxRuntimeExceeded"),
                            new NamedType(Outcome.MaxWaitTimeExceeded.class, "MaxWaitTimeExceeded"))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private TrainingJson() {}

    /// Says which of the kinds of a sealed type it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface OneOfSeveral {}

    /// What changes while a job lives.
    record Life(
            JobState state,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            List<StatusTransition> transitions,
            @Nullable S3Uri artifact) {
        Life {
            transitions = List.copyOf(transitions);
        }
    }

    static String spec(TrainingJobSpec spec) {
        return MAPPER.writeValueAsString(spec);
    }

    static TrainingJobSpec spec(String json) {
        return MAPPER.readValue(json, TrainingJobSpec.class);
    }

    static String life(TrainingJob job) {
        return MAPPER.writeValueAsString(
                new Life(
                        job.state(),
                        job.startedAt(),
                        job.endedAt(),
                        job.transitions(),
                        job.artifact()));
    }

    static Life life(String json) {
        return MAPPER.readValue(json, Life.class);
    }
}
