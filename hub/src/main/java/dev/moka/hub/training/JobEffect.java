package dev.moka.hub.training;

/// Something to do for a training job; each can be done again without harm.
public sealed interface JobEffect {

    /// Bring the data and write the settings.
    record Prepare() implements JobEffect {}

    /// Cut off what brings the data.
    record CancelPreparation() implements JobEffect {}

    /// Start the program, or go on with it.
    record Run() implements JobEffect {}

    /// Ask the program to end.
    record StopProgram() implements JobEffect {}

    /// Save what the program made.
    record Save() implements JobEffect {}

    /// Take away what is left on this machine.
    record CleanUp() implements JobEffect {}
}
