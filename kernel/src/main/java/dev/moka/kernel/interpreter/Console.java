package dev.moka.kernel.interpreter;

import java.io.IOException;

/// The person at the front end, who can be asked for a line of text while a cell runs. `System.in`
/// asks the same way.
public interface Console {
    /// Shows a prompt and waits for a line, which comes without its line end.
    ///
    /// @throws IOException when no cell runs, the front end takes no input, or the cell is
    ///   interrupted
    String ask(String prompt) throws IOException;

    /// The same, with the answer hidden while it is typed.
    ///
    /// @throws IOException when no cell runs, the front end takes no input, or the cell is
    ///   interrupted
    String askSecret(String prompt) throws IOException;
}
