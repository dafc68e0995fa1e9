package dev.moka.hub.notebook;

import java.util.List;

/// What follows from an event: the instance as it is then, and the effects to perform.
public record Transition(NotebookInstance next, List<Effect> effects) {

    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(NotebookInstance next, Effect... effects) {
        return new Transition(next, List.of(effects));
    }
}
