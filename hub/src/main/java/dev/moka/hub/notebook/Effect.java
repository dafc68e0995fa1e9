package dev.moka.hub.notebook;

/// Something to be done in the world after a transition is stored. Doing it twice does no harm.
public sealed interface Effect {

    record RunStep(StartStep step) implements Effect {}

    /// Interrupts the step that runs.
    record CancelStart() implements Effect {}

    record EndScripts() implements Effect {}

    record OpenKernels() implements Effect {}

    record CloseKernels() implements Effect {}

    record ApplyUpdate() implements Effect {}

    record RemoveFiles() implements Effect {}

    /// Deletes the instance's row: its files are gone.
    record Forget() implements Effect {}
}
