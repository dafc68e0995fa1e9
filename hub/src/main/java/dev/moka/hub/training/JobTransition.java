package dev.moka.hub.training;

import java.util.List;

/// What follows from an event: the next job, and what is to be done in this order.
public record JobTransition(TrainingJob next, List<JobEffect> effects) {

    public JobTransition {
        effects = List.copyOf(effects);
    }

    static JobTransition to(TrainingJob next, JobEffect... effects) {
        return new JobTransition(next, List.of(effects));
    }
}
