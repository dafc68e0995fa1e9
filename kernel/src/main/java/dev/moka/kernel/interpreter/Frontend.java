package dev.moka.kernel.interpreter;

/// What a language may ask of the front end, beyond showing a cell's output. Given to the
/// interpreter when it is made.
public interface Frontend {
    /// The person at the front end, who can be asked.
    Console console();

    /// Two-way connections to widgets and other parts of the front end.
    Comms comms();
}
